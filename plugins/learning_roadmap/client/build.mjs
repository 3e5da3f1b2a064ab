/* Bundles the client's modules into the classic scripts of ../assets, one for each part. `make client` runs it; the outcome is committed. */

import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));

/** The part that each folder belongs to, or a file of it. */
const PART_OF = {
  "core/filters.ts": "filters",
  "graph/placement.ts": "paths",
  "graph/imagined-learners.ts": "paths",
  loader: "loader",
  storage: "core",
  core: "core",
  upkeep: "upkeep",
  filters: "filters",
  "share-map": "share-map",
  panel: "panel",
  graph: "dashboard",
  dashboard: "dashboard",
  paths: "paths",
  certificates: "certificates",
  "map-filters": "map-filters",
  search: "search",
  backup: "backup",
  redirect: "redirect",
  offline: "service-worker",
};

const ENTRY_POINTS = {
  loader: "loader/loader.ts",
  core: "core/main.ts",
  upkeep: "upkeep/main.ts",
  filters: "filters/main.ts",
  "share-map": "share-map/main.ts",
  panel: "panel/main.ts",
  dashboard: "dashboard/main.ts",
  paths: "paths/main.ts",
  certificates: "certificates/main.ts",
  "map-filters": "map-filters/main.ts",
  search: "search/main.ts",
  backup: "backup/main.ts",
  redirect: "redirect/redirect.ts",
  "service-worker": "offline/main.ts",
};

/** A part may import from parts before it in this order: the loader runs them first. */
const BEFORE = [
  "core",
  "upkeep",
  "filters",
  "share-map",
  "panel",
  "dashboard",
  "paths",
  "certificates",
  "map-filters",
  "search",
  "backup",
];

const partOf = (file) => {
  const folders = relative(HERE, file).split(sep);
  return PART_OF[folders.join("/")] ?? PART_OF[folders[0]];
};

/** The license of a library that a part contains, as the end of that part. */
const licenseOf = (library) => {
  const text = readFileSync(resolve(HERE, "node_modules", library, "LICENSE.txt"), "utf8");
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.replace(/(.{1,110})(?: |$)/g, "$1\n").trimEnd());
  return `/*! This file contains ${library}.\n\n${lines.join("\n")} */`;
};

/** Parts with a library, and its name. */
const LIBRARIES = { search: "minisearch" };

/** Whether a part's entry module shares a name. */
const shares = (part, name) => {
  const [, names] = /^export const shared = \{([^}]*)\}/m.exec(readFileSync(resolve(HERE, ENTRY_POINTS[part]), "utf8"));
  return names.split(",").some((one) => one.trim() === name);
};

/**
 * A module of another part is not bundled once more: it runs once, and what it exports comes from the object that all parts share.
 * A name that the other part does not share is an error of the build.
 */
const sharedParts = (part) => ({
  name: "shared-parts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if (!importer || partOf(file) === part) return undefined;
      if (!BEFORE.slice(0, BEFORE.indexOf(part)).includes(partOf(file)))
        throw new Error(
          `${relative(HERE, importer)}: ${part} may run before ${partOf(file)}, so load that when it is used`,
        );
      return { path: relative(HERE, file), namespace: "shared" };
    });
    // Without its comments a library is a third of its size. Its license stays: see `licenseOf`.
    onLoad({ filter: /[\\/]node_modules[\\/]/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { minifyWhitespace: true });
      return { contents: code };
    });
    onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => {
      const exported = [
        ...readFileSync(resolve(HERE, path), "utf8").matchAll(/^export (?:const|(?:async )?function|class) (\w+)/gm),
      ].map(([, name]) => name);
      const names = exported.filter((name) => shares(partOf(resolve(HERE, path)), name));
      return { contents: `export const { ${names.join(", ")} } = globalThis.roadmap;` };
    });
  },
});

for (const [part, entryPoint] of Object.entries(ENTRY_POINTS)) {
  await build({
    absWorkingDir: HERE,
    entryPoints: [entryPoint],
    outfile: resolve(process.argv[2] ?? resolve(HERE, "../assets"), `${part}.js`),
    bundle: true,
    format: "iife",
    minify: true,
    lineLimit: 500,
    target: "es2022",
    charset: "utf8",
    banner: { js: "/* Built by `make client` from the modules in ../client. */" },
    footer: { js: part in LIBRARIES ? licenseOf(LIBRARIES[part]) : "" },
    plugins: [sharedParts(part)],
    logLevel: "warning",
  });
}
