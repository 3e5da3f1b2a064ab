/* Built by `make client` from the modules in ../client. */
"use strict";
(() => {
  // shared:core/elements.ts
  var { element } = globalThis.roadmap;

  // shared:core/strings.ts
  var { nodes, text, listed, paragraph, locale } = globalThis.roadmap;

  // shared:storage/store.ts
  var { store } = globalThis.roadmap;

  // node_modules/minisearch/dist/es/index.js
  var ENTRIES = "ENTRIES";
  var KEYS = "KEYS";
  var VALUES = "VALUES";
  var LEAF = "";
  var TreeIterator = class {
    constructor(set, type) {
      const node = set._tree;
      const keys = Array.from(node.keys());
      this.set = set;
      this._type = type;
      this._path = keys.length > 0 ? [{ node, keys }] : [];
    }
    next() {
      const value = this.dive();
      this.backtrack();
      return value;
    }
    dive() {
      if (this._path.length === 0) {
        return { done: true, value: void 0 };
      }
      const { node, keys } = last$1(this._path);
      if (last$1(keys) === LEAF) {
        return { done: false, value: this.result() };
      }
      const child = node.get(last$1(keys));
      this._path.push({ node: child, keys: Array.from(child.keys()) });
      return this.dive();
    }
    backtrack() {
      if (this._path.length === 0) {
        return;
      }
      const keys = last$1(this._path).keys;
      keys.pop();
      if (keys.length > 0) {
        return;
      }
      this._path.pop();
      this.backtrack();
    }
    key() {
      return this.set._prefix + this._path.map(({ keys }) => last$1(keys)).filter((key) => key !== LEAF).join("");
    }
    value() {
      return last$1(this._path).node.get(LEAF);
    }
    result() {
      switch (this._type) {
        case VALUES:
          return this.value();
        case KEYS:
          return this.key();
        default:
          return [this.key(), this.value()];
      }
    }
    [Symbol.iterator]() {
      return this;
    }
  };
  var last$1 = (array) => {
    return array[array.length - 1];
  };
  var fuzzySearch = (node, query, maxDistance) => {
    const results = /* @__PURE__ */ new Map();
    if (query === void 0) return results;
    const n = query.length + 1;
    const m = n + maxDistance;
    const matrix = new Uint8Array(m * n).fill(maxDistance + 1);
    for (let j = 0; j < n; ++j) matrix[j] = j;
    for (let i = 1; i < m; ++i) matrix[i * n] = i;
    recurse(node, query, maxDistance, results, matrix, 1, n, "");
    return results;
  };
  var recurse = (node, query, maxDistance, results, matrix, m, n, prefix) => {
    const offset = m * n;
    key: for (const key of node.keys()) {
      if (key === LEAF) {
        const distance = matrix[offset - 1];
        if (distance <= maxDistance) {
          results.set(prefix, [node.get(key), distance]);
        }
      } else {
        let i = m;
        for (let pos = 0; pos < key.length; ++pos, ++i) {
          const char = key[pos];
          const thisRowOffset = n * i;
          const prevRowOffset = thisRowOffset - n;
          let minDistance = matrix[thisRowOffset];
          const jmin = Math.max(0, i - maxDistance - 1);
          const jmax = Math.min(n - 1, i + maxDistance);
          for (let j = jmin; j < jmax; ++j) {
            const different = char !== query[j];
            const rpl = matrix[prevRowOffset + j] + +different;
            const del = matrix[prevRowOffset + j + 1] + 1;
            const ins = matrix[thisRowOffset + j] + 1;
            const dist = matrix[thisRowOffset + j + 1] = Math.min(rpl, del, ins);
            if (dist < minDistance) minDistance = dist;
          }
          if (minDistance > maxDistance) {
            continue key;
          }
        }
        recurse(node.get(key), query, maxDistance, results, matrix, i, n, prefix + key);
      }
    }
  };
  var SearchableMap = class _SearchableMap {
    constructor(tree = /* @__PURE__ */ new Map(), prefix = "") {
      this._size = void 0;
      this._tree = tree;
      this._prefix = prefix;
    }
    atPrefix(prefix) {
      if (!prefix.startsWith(this._prefix)) {
        throw new Error("Mismatched prefix");
      }
      const [node, path] = trackDown(this._tree, prefix.slice(this._prefix.length));
      if (node === void 0) {
        const [parentNode, key] = last(path);
        for (const k of parentNode.keys()) {
          if (k !== LEAF && k.startsWith(key)) {
            const node2 = /* @__PURE__ */ new Map();
            node2.set(k.slice(key.length), parentNode.get(k));
            return new _SearchableMap(node2, prefix);
          }
        }
      }
      return new _SearchableMap(node, prefix);
    }
    clear() {
      this._size = void 0;
      this._tree.clear();
    }
    delete(key) {
      this._size = void 0;
      return remove(this._tree, key);
    }
    entries() {
      return new TreeIterator(this, ENTRIES);
    }
    forEach(fn) {
      for (const [key, value] of this) {
        fn(key, value, this);
      }
    }
    fuzzyGet(key, maxEditDistance) {
      return fuzzySearch(this._tree, key, maxEditDistance);
    }
    get(key) {
      const node = lookup(this._tree, key);
      return node !== void 0 ? node.get(LEAF) : void 0;
    }
    has(key) {
      const node = lookup(this._tree, key);
      return node !== void 0 && node.has(LEAF);
    }
    keys() {
      return new TreeIterator(this, KEYS);
    }
    set(key, value) {
      if (typeof key !== "string") {
        throw new Error("key must be a string");
      }
      this._size = void 0;
      const node = createPath(this._tree, key);
      node.set(LEAF, value);
      return this;
    }
    get size() {
      if (this._size) {
        return this._size;
      }
      this._size = 0;
      const iter = this.entries();
      while (!iter.next().done) this._size += 1;
      return this._size;
    }
    update(key, fn) {
      if (typeof key !== "string") {
        throw new Error("key must be a string");
      }
      this._size = void 0;
      const node = createPath(this._tree, key);
      node.set(LEAF, fn(node.get(LEAF)));
      return this;
    }
    fetch(key, initial) {
      if (typeof key !== "string") {
        throw new Error("key must be a string");
      }
      this._size = void 0;
      const node = createPath(this._tree, key);
      let value = node.get(LEAF);
      if (value === void 0) {
        node.set(LEAF, value = initial());
      }
      return value;
    }
    values() {
      return new TreeIterator(this, VALUES);
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    static from(entries) {
      const tree = new _SearchableMap();
      for (const [key, value] of entries) {
        tree.set(key, value);
      }
      return tree;
    }
    static fromObject(object) {
      return _SearchableMap.from(Object.entries(object));
    }
  };
  var trackDown = (tree, key, path = []) => {
    if (key.length === 0 || tree == null) {
      return [tree, path];
    }
    for (const k of tree.keys()) {
      if (k !== LEAF && key.startsWith(k)) {
        path.push([tree, k]);
        return trackDown(tree.get(k), key.slice(k.length), path);
      }
    }
    path.push([tree, key]);
    return trackDown(void 0, "", path);
  };
  var lookup = (tree, key) => {
    if (key.length === 0 || tree == null) {
      return tree;
    }
    for (const k of tree.keys()) {
      if (k !== LEAF && key.startsWith(k)) {
        return lookup(tree.get(k), key.slice(k.length));
      }
    }
  };
  var createPath = (node, key) => {
    const keyLength = key.length;
    outer: for (let pos = 0; node && pos < keyLength; ) {
      for (const k of node.keys()) {
        if (k !== LEAF && key[pos] === k[0]) {
          const len = Math.min(keyLength - pos, k.length);
          let offset = 1;
          while (offset < len && key[pos + offset] === k[offset]) ++offset;
          const child2 = node.get(k);
          if (offset === k.length) {
            node = child2;
          } else {
            const intermediate = /* @__PURE__ */ new Map();
            intermediate.set(k.slice(offset), child2);
            node.set(key.slice(pos, pos + offset), intermediate);
            node.delete(k);
            node = intermediate;
          }
          pos += offset;
          continue outer;
        }
      }
      const child = /* @__PURE__ */ new Map();
      node.set(key.slice(pos), child);
      return child;
    }
    return node;
  };
  var remove = (tree, key) => {
    const [node, path] = trackDown(tree, key);
    if (node === void 0) {
      return;
    }
    node.delete(LEAF);
    if (node.size === 0) {
      cleanup(path);
    } else if (node.size === 1) {
      const [key2, value] = node.entries().next().value;
      merge(path, key2, value);
    }
  };
  var cleanup = (path) => {
    if (path.length === 0) {
      return;
    }
    const [node, key] = last(path);
    node.delete(key);
    if (node.size === 0) {
      cleanup(path.slice(0, -1));
    } else if (node.size === 1) {
      const [key2, value] = node.entries().next().value;
      if (key2 !== LEAF) {
        merge(path.slice(0, -1), key2, value);
      }
    }
  };
  var merge = (path, key, value) => {
    if (path.length === 0) {
      return;
    }
    const [node, nodeKey] = last(path);
    node.set(nodeKey + key, value);
    node.delete(nodeKey);
  };
  var last = (array) => {
    return array[array.length - 1];
  };
  var OR = "or";
  var AND = "and";
  var AND_NOT = "and_not";
  var MiniSearch = class _MiniSearch {
    constructor(options) {
      if ((options === null || options === void 0 ? void 0 : options.fields) == null) {
        throw new Error('MiniSearch: option "fields" must be provided');
      }
      const autoVacuum = options.autoVacuum == null || options.autoVacuum === true ? defaultAutoVacuumOptions : options.autoVacuum;
      this._options = { ...defaultOptions, ...options, autoVacuum, searchOptions: { ...defaultSearchOptions, ...options.searchOptions || {} }, autoSuggestOptions: { ...defaultAutoSuggestOptions, ...options.autoSuggestOptions || {} } };
      this._index = new SearchableMap();
      this._documentCount = 0;
      this._documentIds = /* @__PURE__ */ new Map();
      this._idToShortId = /* @__PURE__ */ new Map();
      this._fieldIds = {};
      this._fieldLength = /* @__PURE__ */ new Map();
      this._avgFieldLength = [];
      this._nextId = 0;
      this._storedFields = /* @__PURE__ */ new Map();
      this._dirtCount = 0;
      this._currentVacuum = null;
      this._enqueuedVacuum = null;
      this._enqueuedVacuumConditions = defaultVacuumConditions;
      this.addFields(this._options.fields);
    }
    add(document2) {
      const { extractField, stringifyField, tokenize, processTerm, fields, idField } = this._options;
      const id = extractField(document2, idField);
      if (id == null) {
        throw new Error(`MiniSearch: document does not have ID field "${idField}"`);
      }
      if (this._idToShortId.has(id)) {
        throw new Error(`MiniSearch: duplicate ID ${id}`);
      }
      const shortDocumentId = this.addDocumentId(id);
      this.saveStoredFields(shortDocumentId, document2);
      for (const field of fields) {
        const fieldValue = extractField(document2, field);
        if (fieldValue == null) continue;
        const tokens = tokenize(stringifyField(fieldValue, field), field);
        const fieldId = this._fieldIds[field];
        const uniqueTerms = new Set(tokens).size;
        this.addFieldLength(shortDocumentId, fieldId, this._documentCount - 1, uniqueTerms);
        for (const term of tokens) {
          const processedTerm = processTerm(term, field);
          if (Array.isArray(processedTerm)) {
            for (const t of processedTerm) {
              this.addTerm(fieldId, shortDocumentId, t);
            }
          } else if (processedTerm) {
            this.addTerm(fieldId, shortDocumentId, processedTerm);
          }
        }
      }
    }
    addAll(documents) {
      for (const document2 of documents) this.add(document2);
    }
    addAllAsync(documents, options = {}) {
      const { chunkSize = 10 } = options;
      const acc = { chunk: [], promise: Promise.resolve() };
      const { chunk, promise } = documents.reduce(({ chunk: chunk2, promise: promise2 }, document2, i) => {
        chunk2.push(document2);
        if ((i + 1) % chunkSize === 0) {
          return { chunk: [], promise: promise2.then(() => new Promise((resolve) => setTimeout(resolve, 0))).then(() => this.addAll(chunk2)) };
        } else {
          return { chunk: chunk2, promise: promise2 };
        }
      }, acc);
      return promise.then(() => this.addAll(chunk));
    }
    remove(document2) {
      const { tokenize, processTerm, extractField, stringifyField, fields, idField } = this._options;
      const id = extractField(document2, idField);
      if (id == null) {
        throw new Error(`MiniSearch: document does not have ID field "${idField}"`);
      }
      const shortId = this._idToShortId.get(id);
      if (shortId == null) {
        throw new Error(`MiniSearch: cannot remove document with ID ${id}: it is not in the index`);
      }
      for (const field of fields) {
        const fieldValue = extractField(document2, field);
        if (fieldValue == null) continue;
        const tokens = tokenize(stringifyField(fieldValue, field), field);
        const fieldId = this._fieldIds[field];
        const uniqueTerms = new Set(tokens).size;
        this.removeFieldLength(shortId, fieldId, this._documentCount, uniqueTerms);
        for (const term of tokens) {
          const processedTerm = processTerm(term, field);
          if (Array.isArray(processedTerm)) {
            for (const t of processedTerm) {
              this.removeTerm(fieldId, shortId, t);
            }
          } else if (processedTerm) {
            this.removeTerm(fieldId, shortId, processedTerm);
          }
        }
      }
      this._storedFields.delete(shortId);
      this._documentIds.delete(shortId);
      this._idToShortId.delete(id);
      this._fieldLength.delete(shortId);
      this._documentCount -= 1;
    }
    removeAll(documents) {
      if (documents) {
        for (const document2 of documents) this.remove(document2);
      } else if (arguments.length > 0) {
        throw new Error("Expected documents to be present. Omit the argument to remove all documents.");
      } else {
        this._index = new SearchableMap();
        this._documentCount = 0;
        this._documentIds = /* @__PURE__ */ new Map();
        this._idToShortId = /* @__PURE__ */ new Map();
        this._fieldLength = /* @__PURE__ */ new Map();
        this._avgFieldLength = [];
        this._storedFields = /* @__PURE__ */ new Map();
        this._nextId = 0;
      }
    }
    discard(id) {
      const shortId = this._idToShortId.get(id);
      if (shortId == null) {
        throw new Error(`MiniSearch: cannot discard document with ID ${id}: it is not in the index`);
      }
      this._idToShortId.delete(id);
      this._documentIds.delete(shortId);
      this._storedFields.delete(shortId);
      (this._fieldLength.get(shortId) || []).forEach((fieldLength, fieldId) => {
        this.removeFieldLength(shortId, fieldId, this._documentCount, fieldLength);
      });
      this._fieldLength.delete(shortId);
      this._documentCount -= 1;
      this._dirtCount += 1;
      this.maybeAutoVacuum();
    }
    maybeAutoVacuum() {
      if (this._options.autoVacuum === false) {
        return;
      }
      const { minDirtFactor, minDirtCount, batchSize, batchWait } = this._options.autoVacuum;
      this.conditionalVacuum({ batchSize, batchWait }, { minDirtCount, minDirtFactor });
    }
    discardAll(ids) {
      const autoVacuum = this._options.autoVacuum;
      try {
        this._options.autoVacuum = false;
        for (const id of ids) {
          this.discard(id);
        }
      } finally {
        this._options.autoVacuum = autoVacuum;
      }
      this.maybeAutoVacuum();
    }
    replace(updatedDocument) {
      const { idField, extractField } = this._options;
      const id = extractField(updatedDocument, idField);
      this.discard(id);
      this.add(updatedDocument);
    }
    vacuum(options = {}) {
      return this.conditionalVacuum(options);
    }
    conditionalVacuum(options, conditions) {
      if (this._currentVacuum) {
        this._enqueuedVacuumConditions = this._enqueuedVacuumConditions && conditions;
        if (this._enqueuedVacuum != null) {
          return this._enqueuedVacuum;
        }
        this._enqueuedVacuum = this._currentVacuum.then(() => {
          const conditions2 = this._enqueuedVacuumConditions;
          this._enqueuedVacuumConditions = defaultVacuumConditions;
          return this.performVacuuming(options, conditions2);
        });
        return this._enqueuedVacuum;
      }
      if (this.vacuumConditionsMet(conditions) === false) {
        return Promise.resolve();
      }
      this._currentVacuum = this.performVacuuming(options);
      return this._currentVacuum;
    }
    async performVacuuming(options, conditions) {
      const initialDirtCount = this._dirtCount;
      if (this.vacuumConditionsMet(conditions)) {
        const batchSize = options.batchSize || defaultVacuumOptions.batchSize;
        const batchWait = options.batchWait || defaultVacuumOptions.batchWait;
        let i = 1;
        for (const [term, fieldsData] of this._index) {
          for (const [fieldId, fieldIndex] of fieldsData) {
            for (const [shortId] of fieldIndex) {
              if (this._documentIds.has(shortId)) {
                continue;
              }
              if (fieldIndex.size <= 1) {
                fieldsData.delete(fieldId);
              } else {
                fieldIndex.delete(shortId);
              }
            }
          }
          if (this._index.get(term).size === 0) {
            this._index.delete(term);
          }
          if (i % batchSize === 0) {
            await new Promise((resolve) => setTimeout(resolve, batchWait));
          }
          i += 1;
        }
        this._dirtCount -= initialDirtCount;
      }
      await null;
      this._currentVacuum = this._enqueuedVacuum;
      this._enqueuedVacuum = null;
    }
    vacuumConditionsMet(conditions) {
      if (conditions == null) {
        return true;
      }
      let { minDirtCount, minDirtFactor } = conditions;
      minDirtCount = minDirtCount || defaultAutoVacuumOptions.minDirtCount;
      minDirtFactor = minDirtFactor || defaultAutoVacuumOptions.minDirtFactor;
      return this.dirtCount >= minDirtCount && this.dirtFactor >= minDirtFactor;
    }
    get isVacuuming() {
      return this._currentVacuum != null;
    }
    get dirtCount() {
      return this._dirtCount;
    }
    get dirtFactor() {
      return this._dirtCount / (1 + this._documentCount + this._dirtCount);
    }
    has(id) {
      return this._idToShortId.has(id);
    }
    getStoredFields(id) {
      const shortId = this._idToShortId.get(id);
      if (shortId == null) {
        return void 0;
      }
      return this._storedFields.get(shortId);
    }
    search(query, searchOptions = {}) {
      const { searchOptions: globalSearchOptions } = this._options;
      const searchOptionsWithDefaults = { ...globalSearchOptions, ...searchOptions };
      const rawResults = this.executeQuery(query, searchOptions);
      const results = [];
      for (const [docId, { score, terms, match }] of rawResults) {
        const quality = terms.length || 1;
        const result2 = { id: this._documentIds.get(docId), score: score * quality, terms: Object.keys(match), queryTerms: terms, match };
        Object.assign(result2, this._storedFields.get(docId));
        if (searchOptionsWithDefaults.filter == null || searchOptionsWithDefaults.filter(result2)) {
          results.push(result2);
        }
      }
      if (query === _MiniSearch.wildcard && searchOptionsWithDefaults.boostDocument == null) {
        return results;
      }
      results.sort(byScore);
      return results;
    }
    autoSuggest(queryString, options = {}) {
      options = { ...this._options.autoSuggestOptions, ...options };
      const suggestions = /* @__PURE__ */ new Map();
      for (const { score, terms } of this.search(queryString, options)) {
        const phrase = terms.join(" ");
        const suggestion2 = suggestions.get(phrase);
        if (suggestion2 != null) {
          suggestion2.score += score;
          suggestion2.count += 1;
        } else {
          suggestions.set(phrase, { score, terms, count: 1 });
        }
      }
      const results = [];
      for (const [suggestion2, { score, terms, count }] of suggestions) {
        results.push({ suggestion: suggestion2, terms, score: score / count });
      }
      results.sort(byScore);
      return results;
    }
    get documentCount() {
      return this._documentCount;
    }
    get termCount() {
      return this._index.size;
    }
    static loadJSON(json, options) {
      if (options == null) {
        throw new Error("MiniSearch: loadJSON should be given the same options used when serializing the index");
      }
      return this.loadJS(JSON.parse(json), options);
    }
    static async loadJSONAsync(json, options) {
      if (options == null) {
        throw new Error("MiniSearch: loadJSON should be given the same options used when serializing the index");
      }
      return this.loadJSAsync(JSON.parse(json), options);
    }
    static getDefault(optionName) {
      if (defaultOptions.hasOwnProperty(optionName)) {
        return getOwnProperty(defaultOptions, optionName);
      } else {
        throw new Error(`MiniSearch: unknown option "${optionName}"`);
      }
    }
    static loadJS(js, options) {
      const { index, documentIds, fieldLength, storedFields, serializationVersion } = js;
      const miniSearch = this.instantiateMiniSearch(js, options);
      miniSearch._documentIds = objectToNumericMap(documentIds);
      miniSearch._fieldLength = objectToNumericMap(fieldLength);
      miniSearch._storedFields = objectToNumericMap(storedFields);
      for (const [shortId, id] of miniSearch._documentIds) {
        miniSearch._idToShortId.set(id, shortId);
      }
      for (const [term, data] of index) {
        const dataMap = /* @__PURE__ */ new Map();
        for (const fieldId of Object.keys(data)) {
          let indexEntry = data[fieldId];
          if (serializationVersion === 1) {
            indexEntry = indexEntry.ds;
          }
          dataMap.set(parseInt(fieldId, 10), objectToNumericMap(indexEntry));
        }
        miniSearch._index.set(term, dataMap);
      }
      return miniSearch;
    }
    static async loadJSAsync(js, options) {
      const { index, documentIds, fieldLength, storedFields, serializationVersion } = js;
      const miniSearch = this.instantiateMiniSearch(js, options);
      miniSearch._documentIds = await objectToNumericMapAsync(documentIds);
      miniSearch._fieldLength = await objectToNumericMapAsync(fieldLength);
      miniSearch._storedFields = await objectToNumericMapAsync(storedFields);
      for (const [shortId, id] of miniSearch._documentIds) {
        miniSearch._idToShortId.set(id, shortId);
      }
      let count = 0;
      for (const [term, data] of index) {
        const dataMap = /* @__PURE__ */ new Map();
        for (const fieldId of Object.keys(data)) {
          let indexEntry = data[fieldId];
          if (serializationVersion === 1) {
            indexEntry = indexEntry.ds;
          }
          dataMap.set(parseInt(fieldId, 10), await objectToNumericMapAsync(indexEntry));
        }
        if (++count % 1e3 === 0) await wait(0);
        miniSearch._index.set(term, dataMap);
      }
      return miniSearch;
    }
    static instantiateMiniSearch(js, options) {
      const { documentCount, nextId, fieldIds, averageFieldLength, dirtCount, serializationVersion } = js;
      if (serializationVersion !== 1 && serializationVersion !== 2) {
        throw new Error("MiniSearch: cannot deserialize an index created with an incompatible version");
      }
      const miniSearch = new _MiniSearch(options);
      miniSearch._documentCount = documentCount;
      miniSearch._nextId = nextId;
      miniSearch._idToShortId = /* @__PURE__ */ new Map();
      miniSearch._fieldIds = fieldIds;
      miniSearch._avgFieldLength = averageFieldLength;
      miniSearch._dirtCount = dirtCount || 0;
      miniSearch._index = new SearchableMap();
      return miniSearch;
    }
    executeQuery(query, searchOptions = {}) {
      if (query === _MiniSearch.wildcard) {
        return this.executeWildcardQuery(searchOptions);
      }
      if (typeof query !== "string") {
        const options2 = { ...searchOptions, ...query, queries: void 0 };
        const results2 = query.queries.map((subquery) => this.executeQuery(subquery, options2));
        return this.combineResults(results2, options2.combineWith);
      }
      const { tokenize, processTerm, searchOptions: globalSearchOptions } = this._options;
      const options = { tokenize, processTerm, ...globalSearchOptions, ...searchOptions };
      const { tokenize: searchTokenize, processTerm: searchProcessTerm } = options;
      const terms = searchTokenize(query).flatMap((term) => searchProcessTerm(term)).filter((term) => !!term);
      const queries = terms.map(termToQuerySpec(options));
      const results = queries.map((query2) => this.executeQuerySpec(query2, options));
      return this.combineResults(results, options.combineWith);
    }
    executeQuerySpec(query, searchOptions) {
      const options = { ...this._options.searchOptions, ...searchOptions };
      const boosts = (options.fields || this._options.fields).reduce((boosts2, field) => ({ ...boosts2, [field]: getOwnProperty(options.boost, field) || 1 }), {});
      const { boostDocument, weights, maxFuzzy, bm25: bm25params } = options;
      const { fuzzy: fuzzyWeight, prefix: prefixWeight } = { ...defaultSearchOptions.weights, ...weights };
      const data = this._index.get(query.term);
      const results = this.termResults(query.term, query.term, 1, query.termBoost, data, boosts, boostDocument, bm25params);
      let prefixMatches;
      let fuzzyMatches;
      if (query.prefix) {
        prefixMatches = this._index.atPrefix(query.term);
      }
      if (query.fuzzy) {
        const fuzzy = query.fuzzy === true ? 0.2 : query.fuzzy;
        const maxDistance = fuzzy < 1 ? Math.min(maxFuzzy, Math.round(query.term.length * fuzzy)) : fuzzy;
        if (maxDistance) fuzzyMatches = this._index.fuzzyGet(query.term, maxDistance);
      }
      if (prefixMatches) {
        for (const [term, data2] of prefixMatches) {
          const distance = term.length - query.term.length;
          if (!distance) {
            continue;
          }
          fuzzyMatches === null || fuzzyMatches === void 0 ? void 0 : fuzzyMatches.delete(term);
          const weight = prefixWeight * term.length / (term.length + 0.3 * distance);
          this.termResults(query.term, term, weight, query.termBoost, data2, boosts, boostDocument, bm25params, results);
        }
      }
      if (fuzzyMatches) {
        for (const term of fuzzyMatches.keys()) {
          const [data2, distance] = fuzzyMatches.get(term);
          if (!distance) {
            continue;
          }
          const weight = fuzzyWeight * term.length / (term.length + distance);
          this.termResults(query.term, term, weight, query.termBoost, data2, boosts, boostDocument, bm25params, results);
        }
      }
      return results;
    }
    executeWildcardQuery(searchOptions) {
      const results = /* @__PURE__ */ new Map();
      const options = { ...this._options.searchOptions, ...searchOptions };
      for (const [shortId, id] of this._documentIds) {
        const score = options.boostDocument ? options.boostDocument(id, "", this._storedFields.get(shortId)) : 1;
        results.set(shortId, { score, terms: [], match: {} });
      }
      return results;
    }
    combineResults(results, combineWith = OR) {
      if (results.length === 0) {
        return /* @__PURE__ */ new Map();
      }
      const operator = combineWith.toLowerCase();
      const combinator = combinators[operator];
      if (!combinator) {
        throw new Error(`Invalid combination operator: ${combineWith}`);
      }
      return results.reduce(combinator) || /* @__PURE__ */ new Map();
    }
    toJSON() {
      const index = [];
      for (const [term, fieldIndex] of this._index) {
        const data = {};
        for (const [fieldId, freqs] of fieldIndex) {
          data[fieldId] = Object.fromEntries(freqs);
        }
        index.push([term, data]);
      }
      return { documentCount: this._documentCount, nextId: this._nextId, documentIds: Object.fromEntries(this._documentIds), fieldIds: this._fieldIds, fieldLength: Object.fromEntries(this._fieldLength), averageFieldLength: this._avgFieldLength, storedFields: Object.fromEntries(this._storedFields), dirtCount: this._dirtCount, index, serializationVersion: 2 };
    }
    termResults(sourceTerm, derivedTerm, termWeight, termBoost, fieldTermData, fieldBoosts, boostDocumentFn, bm25params, results = /* @__PURE__ */ new Map()) {
      if (fieldTermData == null) return results;
      for (const field of Object.keys(fieldBoosts)) {
        const fieldBoost = fieldBoosts[field];
        const fieldId = this._fieldIds[field];
        const fieldTermFreqs = fieldTermData.get(fieldId);
        if (fieldTermFreqs == null) continue;
        let matchingFields = fieldTermFreqs.size;
        const avgFieldLength = this._avgFieldLength[fieldId];
        for (const docId of fieldTermFreqs.keys()) {
          if (!this._documentIds.has(docId)) {
            this.removeTerm(fieldId, docId, derivedTerm);
            matchingFields -= 1;
            continue;
          }
          const docBoost = boostDocumentFn ? boostDocumentFn(this._documentIds.get(docId), derivedTerm, this._storedFields.get(docId)) : 1;
          if (!docBoost) continue;
          const termFreq = fieldTermFreqs.get(docId);
          const fieldLength = this._fieldLength.get(docId)[fieldId];
          const rawScore = calcBM25Score(termFreq, matchingFields, this._documentCount, fieldLength, avgFieldLength, bm25params);
          const weightedScore = termWeight * termBoost * fieldBoost * docBoost * rawScore;
          const result2 = results.get(docId);
          if (result2) {
            result2.score += weightedScore;
            assignUniqueTerm(result2.terms, sourceTerm);
            const match = getOwnProperty(result2.match, derivedTerm);
            if (match) {
              match.push(field);
            } else {
              result2.match[derivedTerm] = [field];
            }
          } else {
            results.set(docId, { score: weightedScore, terms: [sourceTerm], match: { [derivedTerm]: [field] } });
          }
        }
      }
      return results;
    }
    addTerm(fieldId, documentId, term) {
      const indexData = this._index.fetch(term, createMap);
      let fieldIndex = indexData.get(fieldId);
      if (fieldIndex == null) {
        fieldIndex = /* @__PURE__ */ new Map();
        fieldIndex.set(documentId, 1);
        indexData.set(fieldId, fieldIndex);
      } else {
        const docs = fieldIndex.get(documentId);
        fieldIndex.set(documentId, (docs || 0) + 1);
      }
    }
    removeTerm(fieldId, documentId, term) {
      if (!this._index.has(term)) {
        this.warnDocumentChanged(documentId, fieldId, term);
        return;
      }
      const indexData = this._index.fetch(term, createMap);
      const fieldIndex = indexData.get(fieldId);
      if (fieldIndex == null || fieldIndex.get(documentId) == null) {
        this.warnDocumentChanged(documentId, fieldId, term);
      } else if (fieldIndex.get(documentId) <= 1) {
        if (fieldIndex.size <= 1) {
          indexData.delete(fieldId);
        } else {
          fieldIndex.delete(documentId);
        }
      } else {
        fieldIndex.set(documentId, fieldIndex.get(documentId) - 1);
      }
      if (this._index.get(term).size === 0) {
        this._index.delete(term);
      }
    }
    warnDocumentChanged(shortDocumentId, fieldId, term) {
      for (const fieldName of Object.keys(this._fieldIds)) {
        if (this._fieldIds[fieldName] === fieldId) {
          this._options.logger("warn", `MiniSearch: document with ID ${this._documentIds.get(shortDocumentId)} has changed before removal: term "${term}" was not present in field "${fieldName}". Removing a document after it has changed can corrupt the index!`, "version_conflict");
          return;
        }
      }
    }
    addDocumentId(documentId) {
      const shortDocumentId = this._nextId;
      this._idToShortId.set(documentId, shortDocumentId);
      this._documentIds.set(shortDocumentId, documentId);
      this._documentCount += 1;
      this._nextId += 1;
      return shortDocumentId;
    }
    addFields(fields) {
      for (let i = 0; i < fields.length; i++) {
        this._fieldIds[fields[i]] = i;
      }
    }
    addFieldLength(documentId, fieldId, count, length) {
      let fieldLengths = this._fieldLength.get(documentId);
      if (fieldLengths == null) this._fieldLength.set(documentId, fieldLengths = []);
      fieldLengths[fieldId] = length;
      const averageFieldLength = this._avgFieldLength[fieldId] || 0;
      const totalFieldLength = averageFieldLength * count + length;
      this._avgFieldLength[fieldId] = totalFieldLength / (count + 1);
    }
    removeFieldLength(documentId, fieldId, count, length) {
      if (count === 1) {
        this._avgFieldLength[fieldId] = 0;
        return;
      }
      const totalFieldLength = this._avgFieldLength[fieldId] * count - length;
      this._avgFieldLength[fieldId] = totalFieldLength / (count - 1);
    }
    saveStoredFields(documentId, doc) {
      const { storeFields, extractField } = this._options;
      if (storeFields == null || storeFields.length === 0) {
        return;
      }
      let documentFields = this._storedFields.get(documentId);
      if (documentFields == null) this._storedFields.set(documentId, documentFields = {});
      for (const fieldName of storeFields) {
        const fieldValue = extractField(doc, fieldName);
        if (fieldValue !== void 0) documentFields[fieldName] = fieldValue;
      }
    }
  };
  MiniSearch.wildcard = /* @__PURE__ */ Symbol("*");
  var getOwnProperty = (object, property) => Object.prototype.hasOwnProperty.call(object, property) ? object[property] : void 0;
  var combinators = { [OR]: (a, b) => {
    for (const docId of b.keys()) {
      const existing = a.get(docId);
      if (existing == null) {
        a.set(docId, b.get(docId));
      } else {
        const { score, terms, match } = b.get(docId);
        existing.score = existing.score + score;
        existing.match = Object.assign(existing.match, match);
        assignUniqueTerms(existing.terms, terms);
      }
    }
    return a;
  }, [AND]: (a, b) => {
    const combined = /* @__PURE__ */ new Map();
    for (const docId of b.keys()) {
      const existing = a.get(docId);
      if (existing == null) continue;
      const { score, terms, match } = b.get(docId);
      assignUniqueTerms(existing.terms, terms);
      combined.set(docId, { score: existing.score + score, terms: existing.terms, match: Object.assign(existing.match, match) });
    }
    return combined;
  }, [AND_NOT]: (a, b) => {
    for (const docId of b.keys()) a.delete(docId);
    return a;
  } };
  var defaultBM25params = { k: 1.2, b: 0.7, d: 0.5 };
  var calcBM25Score = (termFreq, matchingCount, totalCount, fieldLength, avgFieldLength, bm25params) => {
    const { k, b, d } = bm25params;
    const invDocFreq = Math.log(1 + (totalCount - matchingCount + 0.5) / (matchingCount + 0.5));
    return invDocFreq * (d + termFreq * (k + 1) / (termFreq + k * (1 - b + b * fieldLength / avgFieldLength)));
  };
  var termToQuerySpec = (options) => (term, i, terms) => {
    const fuzzy = typeof options.fuzzy === "function" ? options.fuzzy(term, i, terms) : options.fuzzy || false;
    const prefix = typeof options.prefix === "function" ? options.prefix(term, i, terms) : options.prefix === true;
    const termBoost = typeof options.boostTerm === "function" ? options.boostTerm(term, i, terms) : 1;
    return { term, fuzzy, prefix, termBoost };
  };
  var defaultOptions = { idField: "id", extractField: (document2, fieldName) => document2[fieldName], stringifyField: (fieldValue, fieldName) => fieldValue.toString(), tokenize: (text2) => text2.split(SPACE_OR_PUNCTUATION), processTerm: (term) => term.toLowerCase(), fields: void 0, searchOptions: void 0, storeFields: [], logger: (level, message) => {
    if (typeof (console === null || console === void 0 ? void 0 : console[level]) === "function") console[level](message);
  }, autoVacuum: true };
  var defaultSearchOptions = { combineWith: OR, prefix: false, fuzzy: false, maxFuzzy: 6, boost: {}, weights: { fuzzy: 0.45, prefix: 0.375 }, bm25: defaultBM25params };
  var defaultAutoSuggestOptions = { combineWith: AND, prefix: (term, i, terms) => i === terms.length - 1 };
  var defaultVacuumOptions = { batchSize: 1e3, batchWait: 10 };
  var defaultVacuumConditions = { minDirtFactor: 0.1, minDirtCount: 20 };
  var defaultAutoVacuumOptions = { ...defaultVacuumOptions, ...defaultVacuumConditions };
  var assignUniqueTerm = (target, term) => {
    if (!target.includes(term)) target.push(term);
  };
  var assignUniqueTerms = (target, source) => {
    for (const term of source) {
      if (!target.includes(term)) target.push(term);
    }
  };
  var byScore = ({ score: a }, { score: b }) => b - a;
  var createMap = () => /* @__PURE__ */ new Map();
  var objectToNumericMap = (object) => {
    const map = /* @__PURE__ */ new Map();
    for (const key of Object.keys(object)) {
      map.set(parseInt(key, 10), object[key]);
    }
    return map;
  };
  var objectToNumericMapAsync = async (object) => {
    const map = /* @__PURE__ */ new Map();
    let count = 0;
    for (const key of Object.keys(object)) {
      map.set(parseInt(key, 10), object[key]);
      if (++count % 1e3 === 0) {
        await wait(0);
      }
    }
    return map;
  };
  var wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  var SPACE_OR_PUNCTUATION = /[\n\r\p{Z}\p{P}]+/u;

  // search/words.ts
  var UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
  var WORDS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+(?:\\+\\+|#)?`, "gu");
  var IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  var RULES = [
    [/is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)/, "iz"],
    [/yz(?=(?:e|ed|er|ers|es|ing)$)/, "ys"],
    [/(?<=\w\w)our/, "or"],
    [/ll(?=(?:ed|er|ers|ing)$)/, "l"],
    [/tre(?=s?$)/, "ter"],
    [/ogue(?=s?$)/, "og"],
    [/amme(?=s?$)/, "am"],
    [/sis$/, "se"],
    [/(?:ices?|[ei]x)$/, "ic"],
    [/(?<=\w\w)ies$/, "y"],
    [/(?<=ss|x|z|ch|sh)es$/, ""],
    [/(?<=\w[^sui\W])(?<!\wa)s$/, ""]
  ];
  var fold = (text2) => text2.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase();
  var pairs = (run) => {
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((next, at) => characters[at] + next);
  };
  var wordsOf = (text2) => (fold(text2).match(WORDS) ?? []).flatMap((word) => IS_UNSPACED.test(word) ? pairs(word) : [word]);
  var commonForms = /* @__PURE__ */ new Map();
  var commonForm = (word) => {
    let form = commonForms.get(word);
    if (form !== void 0) return form;
    form = word;
    if (word.length > 3) for (const [pattern, replacement] of RULES) form = form.replace(pattern, replacement);
    commonForms.set(word, form);
    return form;
  };
  var keyOf = (text2) => commonForm(wordsOf(text2).map(commonForm).join(""));
  var titleNames = (title) => {
    const parentheses = /[(（]([^()（）]+)[)）]/g;
    const inner = [...title.matchAll(parentheses)].map(([, name]) => name);
    return inner.length > 0 ? [title.replace(parentheses, " ").trim(), ...inner] : [title];
  };
  var MINOR = /* @__PURE__ */ new Set(["a", "an", "and", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "vs", "with"]);
  var isMinor = (word) => MINOR.has(word);
  var shortForms = (name) => {
    const words = wordsOf(name);
    const initials = words.filter((word) => !isMinor(word)).map((word) => word[0]);
    return [
      ...initials.length > 1 && initials.length < 6 ? [initials.join("")] : [],
      ...words.filter((word) => word.length > 7).map((word) => `${word[0]}${word.length - 2}${word.at(-1)}`)
    ];
  };
  var joined = (words) => words.slice(1).map((next, at) => words[at] + next);

  // search/queries.ts
  var unique = (values) => [...new Set(values)];
  var forms = (words) => unique(words.flatMap((word) => [word, commonForm(word)]));
  var termsOf = (text2, field) => {
    if (field === "short") return text2.split(" ").filter((term) => term !== "");
    const words = wordsOf(text2);
    return forms(field === "text" ? words.filter((word) => !isMinor(word)) : [...words, ...joined(words)]);
  };
  var readings = (words) => {
    const pairs2 = joined(words).map((pair, at) => [...words.slice(0, at), pair, ...words.slice(at + 2)]);
    const whole = words.length > 2 ? [[words.join("")]] : [];
    return [words, ...pairs2, ...whole].map((reading) => {
      const major = reading.filter((word) => !isMinor(word));
      return major.length > 0 ? major : reading;
    });
  };
  var either = (word) => {
    const whole = { combineWith: "OR", queries: unique([word, commonForm(word)]) };
    if (word.length > 2) return whole;
    return {
      combineWith: "OR",
      queries: [
        { ...whole, prefix: false },
        { ...whole, fields: ["title", "names", "short"] }
      ]
    };
  };
  var all = (words) => ({ combineWith: "AND", queries: words.map(either) });
  var anyReading = (words) => ({ combineWith: "OR", queries: readings(words).map(all) });
  var tolerance = (term) => term.length < 4 ? 0 : term.length < 6 ? 1 : 2;

  // search/engine.ts
  var SLICE = 15;
  var FEW = 4;
  var RANKED = 200;
  var LONGEST = 200;
  var MOST_WORDS = 10;
  var FIELDS = { title: 8, names: 4, short: 3, text: 1 };
  var NAME_FIELDS = ["title", "names"];
  var KIND_BOOST = {
    topic: 2,
    section: 1.6,
    phase: 1.6,
    project: 1.2,
    practice: 0.8,
    paper: 0.7,
    disagreement: 0.6
  };
  var SHORT_FORM_BOOST = 4;
  var WHOLE_NAME_BOOST = 6;
  var TITLE_BOOST = 3;
  var MAP_KINDS = ["phase", "section", "topic"];
  var namesOf = ({ kind, title, names }) => [
    title,
    ...titleNames(title),
    ...MAP_KINDS.includes(kind) ? names : []
  ];
  var shortFormsOf = ({ kind, title, names }) => kind === "paper" || kind === "" ? [] : unique([titleNames(title)[0], ...names].flatMap(shortForms));
  var SearchEngine = class {
    index;
    entries;
    /** The entries with a name, by its key. */
    named = /* @__PURE__ */ new Map();
    /** By the numbers of the entries. */
    titleKeys = [];
    shortForms = [];
    nameWords = [];
    indexed = 0;
    constructor(entries) {
      this.entries = entries;
      this.index = new MiniSearch({
        fields: Object.keys(FIELDS),
        extractField: (entry, field) => {
          if (field === "names") return entry.names.join(" · ");
          if (field === "short") return this.shortForms[entry.id].join(" ");
          return entry[field];
        },
        tokenize: (text2, field) => field === void 0 ? [text2] : termsOf(text2, field),
        processTerm: (term) => term,
        searchOptions: { boost: FIELDS, boostDocument: (id) => this.boost(this.entries[id]) }
      });
    }
    /** Index some more entries. @returns whether all are indexed */
    indexSlice() {
      const end = performance.now() + SLICE;
      while (this.indexed < this.entries.length && performance.now() < end) this.add(this.entries[this.indexed++]);
      return this.indexed === this.entries.length;
    }
    /** The best entries for what is typed, best first. */
    search(typed, limit) {
      const words = wordsOf(typed.slice(0, LONGEST)).slice(0, MOST_WORDS);
      if (words.length === 0) return { hits: [], total: 0, isGuess: false };
      const hits = [];
      const seen = /* @__PURE__ */ new Set();
      const add = (more) => {
        hits.push(...more.filter(({ entry }) => !seen.has(entry)));
        for (const { entry } of more) seen.add(entry);
      };
      const [major] = readings(words);
      add(this.run(anyReading(words), words, { prefix: true }));
      if (hits.length < FEW) add(this.run(all(major), words, { prefix: true, fuzzy: tolerance, fields: NAME_FIELDS }));
      const isGuess = hits.length === 0;
      if (hits.every(({ entry }) => entry.boost < 1)) add(this.guess(major, words));
      return { hits: hits.slice(0, limit), total: hits.length, isGuess };
    }
    /** Entries with some of the words, or words that begin like them: in their names, or else in their texts. */
    guess(major, words) {
      const beginnings = major.filter((word) => word.length > 3).map((word) => word.slice(0, Math.ceil(word.length * 0.6)));
      const similar = { combineWith: "OR", queries: major, fuzzy: tolerance };
      const query = { combineWith: "OR", queries: [similar, ...beginnings] };
      const prefix = (term) => term.length > 2;
      const named = this.run(query, words, { prefix, fields: NAME_FIELDS });
      return named.length > 0 ? named : this.run(similar, words, { prefix });
    }
    run(query, words, options) {
      const key = keyOf(words.join(" "));
      const ranked = this.index.search(query, options).slice(0, RANKED).map((result2) => ({
        entry: this.entries[result2.id],
        terms: result2.terms,
        tier: this.tier(result2.id, key),
        score: result2.score * this.nearness(result2, key, words)
      }));
      ranked.sort((one, other) => one.tier - other.tier || other.score - one.score || one.entry.id - other.entry.id);
      return ranked.map(({ entry, terms }) => ({ entry, terms }));
    }
    /**
     * What comes first in any case: entries of the map with this name; other entries with it, and those of the map that
     * begin with it; all others; those of pages that are to come later.
     */
    tier(id, key) {
      const { kind, boost } = this.entries[id];
      const isNamed = this.named.get(key)?.has(id);
      if (boost < 1) return isNamed ? 2 : 3;
      const isMap = MAP_KINDS.includes(kind);
      if (isNamed) return isMap ? 0 : 1;
      return isMap && this.titleKeys[id].startsWith(key) ? 1 : 2;
    }
    /** How much more an entry is worth than its words. */
    nearness({ id, match }, key, words) {
      if (this.shortForms[id].includes(key)) return SHORT_FORM_BOOST;
      const terms = Object.keys(match);
      const termForms = new Set(forms(terms));
      if (this.nameWords[id].some((name) => name.every((word) => termForms.has(word)))) return WHOLE_NAME_BOOST;
      return terms.filter((term) => match[term].includes("title")).length >= words.length ? TITLE_BOOST : 1;
    }
    boost({ kind, boost }) {
      return (KIND_BOOST[kind] ?? 1) * boost;
    }
    add(entry) {
      this.titleKeys.push(keyOf(entry.title));
      this.shortForms.push(shortFormsOf(entry));
      this.index.add(entry);
      const names = namesOf(entry);
      this.nameWords.push(names.map((name) => readings(wordsOf(name))[0].map(commonForm)));
      for (const name of names) this.remember(name, entry.id);
    }
    remember(name, id) {
      const key = keyOf(name);
      const ids = this.named.get(key);
      if (ids) ids.add(id);
      else this.named.set(key, /* @__PURE__ */ new Set([id]));
    }
  };

  // search/entries.ts
  var entriesOf = ({ kinds, pages }) => {
    const entries = [];
    for (const [page, pageTitle, boost, records] of pages)
      for (const [title, number = 0, anchor = "", text2 = "", names = [], holders = ""] of records) {
        const [kind, label] = kinds[number];
        const isPage = anchor === "" || kind === "phase";
        const place = [...isPage ? [] : [pageTitle], ...holders === "" ? [] : holders.split(" › ")];
        const url = isPage || anchor === "" ? page : `${page}#${anchor}`;
        entries.push({ id: entries.length, title, kind, label, names, text: text2, url, place, boost });
      }
    return entries;
  };

  // shared:core/parts.ts
  var { loader, need, load } = globalThis.roadmap;

  // search/highlight.ts
  var WORD = /[\p{L}\p{N}]+/gu;
  var BEFORE = 40;
  var LENGTH = 140;
  var isTerm = (word, terms) => wordsOf(word).some((one) => terms.includes(one) || terms.includes(commonForm(one)));
  var highlight = (text2, terms) => {
    const pieces = [];
    let end = 0;
    for (const match of text2.matchAll(WORD)) {
      if (!isTerm(match[0], terms)) continue;
      if (match.index > end) pieces.push([text2.slice(end, match.index), false]);
      end = match.index + match[0].length;
      pieces.push([match[0], true]);
    }
    if (end < text2.length) pieces.push([text2.slice(end), false]);
    return pieces;
  };
  var excerpt = (text2, terms) => {
    const first = [...text2.matchAll(WORD)].find(([word]) => isTerm(word, terms));
    if (!first) return "";
    const start2 = first.index < BEFORE ? 0 : text2.lastIndexOf(" ", first.index - BEFORE) + 1;
    const end = text2.length - start2 <= LENGTH ? text2.length : text2.lastIndexOf(" ", start2 + LENGTH);
    return `${start2 > 0 ? "… " : ""}${text2.slice(start2, end > first.index ? end : start2 + LENGTH)}${end < text2.length ? " …" : ""}`;
  };

  // search/results.ts
  var LARGE = /* @__PURE__ */ new Set(["phase", "section", "topic"]);
  var marked = (pieces) => pieces.map(([piece, isMatch]) => isMatch ? element("mark", {}, piece) : piece);
  var plain = (title) => title.replaceAll("`", "");
  var result = ({ entry, terms }, count) => {
    const title = highlight(plain(entry.title), terms);
    const isExplained = title.filter(([, isMatch]) => isMatch).length >= count;
    const passage = isExplained ? "" : excerpt([...entry.names, entry.text].join(" · "), terms);
    const label = entry.label === "" ? text("search.page") : entry.label;
    const place = entry.place.map(plain).join(" › ");
    return element(
      "li",
      {},
      element(
        `a.rm-search-result${LARGE.has(entry.kind) ? ".rm-search-large" : ""}`,
        { href: new URL(entry.url, loader.root).href },
        element("span.rm-search-title", {}, ...marked(title)),
        element("span.rm-search-place", {}, place === "" ? label : `${label} · ${place}`),
        passage !== "" && element("span.rm-search-excerpt", {}, ...marked(highlight(passage, terms)))
      )
    );
  };
  var resultRows = (hits, typed) => {
    const count = wordsOf(typed).filter((word) => !isMinor(word)).length;
    return hits.map((hit) => result(hit, count));
  };

  // search/view-search.ts
  var LIMIT = 12;
  var NEAREST = 5;
  var engine = null;
  var makeEngine = async () => {
    const search2 = new SearchEngine(entriesOf(globalThis.roadmapSearchEntries));
    while (!search2.indexSlice()) await store.yieldToMain();
    return search2;
  };
  var part = (dialog, name) => dialog.querySelector(`.rm-search-${name}`);
  var suggestion = (dialog, typed) => {
    const { suggest } = dialog.dataset;
    if (!suggest) return false;
    const title = encodeURIComponent(text("search.suggest_title", { typed }));
    return element("p", {}, element("a", { href: `${suggest}&title=${title}` }, text("search.suggest", { typed })));
  };
  var summary = (typed, { hits, total, isGuess }) => {
    if (typed === "") return text("search.hint");
    if (total === 0) return text("search.none", { typed });
    if (isGuess) return paragraph([text("search.none", { typed }), text("search.nearest")]);
    return hits.length < total ? text("search.best", { shown: hits.length, count: total }) : text("search.count", { count: total });
  };
  var show = async (dialog) => {
    const input = part(dialog, "input");
    engine ??= makeEngine();
    const ready = await engine;
    const typed = input.value.trim();
    const answer = ready.search(typed, LIMIT);
    const hits = answer.isGuess ? answer.hits.slice(0, NEAREST) : answer.hits;
    part(dialog, "status").textContent = summary(typed, answer);
    part(dialog, "list").replaceChildren(...resultRows(hits, typed));
    const form = typed !== "" && answer.isGuess && suggestion(dialog, typed);
    part(dialog, "none").replaceChildren(...form ? [form] : []);
    performance.mark("roadmap-searched");
  };
  var links = (dialog) => [...dialog.querySelectorAll(".rm-search-result")];
  var onKey = (event) => {
    const dialog = event.currentTarget;
    const input = part(dialog, "input");
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [input, ...links(dialog)];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (at < 0) return;
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      stops[(next + stops.length) % stops.length].focus();
      event.preventDefault();
    } else if (event.key === "Enter" && at === 0) {
      event.preventDefault();
      void show(dialog).then(() => links(dialog)[0]?.click());
    }
  };
  var onClick = (event) => {
    const dialog = event.currentTarget;
    const isLink = event.target instanceof Element && event.target.closest("a") !== null;
    const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.target !== dialog && (!isLink || isNewTab)) return;
    dialog.close();
    if (isLink) document.activeElement?.blur();
  };
  var bound = /* @__PURE__ */ new WeakSet();
  var start = async (dialog) => {
    if (!bound.has(dialog)) {
      bound.add(dialog);
      part(dialog, "input").addEventListener("input", () => void show(dialog));
      dialog.addEventListener("keydown", onKey);
      dialog.addEventListener("click", onClick);
    }
    await show(dialog);
  };
  var search = { start };

  // search/main.ts
  var shared = {
    search
  };
  Object.assign(globalThis.roadmap, shared);
})();
/*! This file contains minisearch.

Copyright 2022 Luca Ongaro

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the
Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED
TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL
THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
DEALINGS IN THE SOFTWARE. */
