/* Built by `make client` from the modules in ../client. */
"use strict";(()=>{var{element:i}=globalThis.roadmap;var E=22,b=8,ze=14,v=4,Z="Verdana, Geneva, 'DejaVu Sans', sans-serif",J=11,W=60,K=document.createElement("canvas").getContext("2d"),X=e=>K?(K.font=`${J}px ${Z}`,Math.ceil(K.measureText(e).width)):e.length*7,q=e=>{let t=[...e.replace(/[\ud800-\udfff\u0000-\u001f\ufffe\uffff]/gu," ")];return t.length>W?`${t.slice(0,W-1).join("").trimEnd()}…`:t.join("")},Y=(e,t,r)=>i("text",{x:t,y:14,textLength:r,lengthAdjust:"spacingAndGlyphs"},e),Me=({label:e,value:t,share:r,description:a})=>{let[o,n]=[q(e),q(t)],
[m,l]=[X(o),X(n)],p=r>=1?ze:0,c=m+2*b,d=l+2*b+p,h=c+d,u=(ke,$e)=>`a${v} ${v} 0 0 1 ${ke*v} ${$e*v}`,$=E-2*v,U=Math.round((h-2*b)*Math.min(Math.max(r,0),1)*10)/10,H={fill:"none","stroke-width":2,"stroke-linecap":"round","stroke-linejoin":"round"},we=i("svg",{width:h,height:E,viewBox:`0 0 ${h} ${E}`,role:"img"},i("title",{},q(a)),i("path",{fill:"#26353a",d:`M${c} 0v${E}h${v-c}${u(-1,-1)}v${-$}${u(1,-1)}z`}),i("path",{fill:"#0a6666",d:`M${c} 0h${d-v}${u(1,1)}v${$}${u(-1,1)}h${v-d}z`}),i("path",{...H,
stroke:"#000","stroke-opacity":.3,d:`M${b} 19h${h-2*b}`}),U>0&&i("path",{...H,stroke:"#5ed3d3",d:`M${b} 19h${U}`}),p>0&&i("path",{...H,stroke:"#fff",d:`M${c+b} 10l3 3l5.5-6.5`}),i("g",{fill:"#fff","font-family":Z,"font-size":J},Y(o,b,m),Y(n,c+b+p,l)));return`${new XMLSerializer().serializeToString(we)}
`},Se=e=>e.replace(/\s+/g," ").replace(/[\\`*_{}[\]()<>#+!|~&]/g,"\\$&"),Te=(e,t,r)=>{let a=`![${Se(e)}](${t})`,o=r.replace(/[()\s]/g,n=>`%${n.charCodeAt(0).toString(16)}`);return o===""?a:`[${a}](${o})`},z={svg:Me,markdown:Te};var{placeNotices:Ye,say:L,notice:Ze,sayUnsaved:Je}=globalThis.roadmap;var{whenSaved:Q}=globalThis.roadmap;var{nodes:tt,text:s,listed:rt,paragraph:it,locale:at}=globalThis.roadmap;var{counts:M}=globalThis.roadmap;var{progressBars:ee}=globalThis.roadmap;var{goal:te}=globalThis.roadmap;var{planning:C}=globalThis.roadmap;var{prerequisites:O}=globalThis.roadmap;var{roadmapIndex:f}=globalThis.roadmap;var{countPath:re}=globalThis.roadmap;var{store:y}=globalThis.roadmap;var{data:A,leaves:S,position:Ae}=f,{graph:oe}=O,T=e=>y.state(e)==="done",se=e=>{let t=e.filter(T);return{hours:t.reduce((r,a)=>r+(A.hours[Ae.get(a)??-1]??oe.taskHours[a]??0),0),known:t.filter(y.isKnown).length,at:Math.max(0,...t.map(y.since))}},B=e=>{let t=e.filter(r=>y.state(r)!=="skipped");return{done:t.filter(T).length,size:t.length}},I=(e,t,r,a)=>{let o=M.of(e),n=M.tasks(e),{done:m,size:l}=ee.barOf(o,n);return{scope:e,kind:t,title:r,url:a,topics:{done:o.done,size:o.size},...n,skipped:o.skipped,
isFinished:l>0&&m===l,...se([...M.toLearn(e),...M.tasksIn(e)])}},ne=(e,t)=>({topics:B(e),exercises:B(t.filter(r=>f.kind(r)==="practice")),projects:B(t.filter(r=>f.kind(r)==="project")),skipped:e.filter(r=>y.state(r)==="skipped").length,...se([...e,...t])}),je=e=>{let t=O.goal(e),r=te.pathOf(e);if(!t||!r)return null;let a=re(oe,t.needs,r,ie,ae),{open:o,known:n}=a,m=a.topics.filter(c=>ie(c)||ae(c)||o.includes(c)).map(c=>S[c]),l=r.tasks.filter(c=>["todo","learning"].includes(y.state(c))),p=[...r.tasks,
...t.needs.tasks??[]];return{scope:`role:${e}`,kind:"role",title:t.title,url:t.url,isFinished:o.length===0&&l.length===0&&n>0,...ne(m,[...new Set(p)])}},ie=e=>T(S[e]),ae=e=>y.state(S[e])==="skipped",_e=e=>{let{id:t,title:r,url:a,goals:o}=e,n=[...new Set(o.flatMap(c=>c.topics))].map(c=>S[c]),m=c=>T(c)||o.some(d=>d.count===0&&d.topics.some(h=>S[h]===c)),l=[...new Set(o.flatMap(c=>c.others))],p=ne(n.filter(m),l);return{scope:`milestone:${t}`,kind:"milestone",title:r,url:a,...p,at:Math.max(p.at,...o.
filter(c=>T(c.id)).map(c=>y.since(c.id))),isFinished:o.length>0&&o.every(c=>C.progressOf(c).isReached)}},ce=()=>I("all","all",A.title,""),Ee=()=>A.phases.map(({id:e,title:t,url:r})=>I(`phase:${e}`,"phase",t,r)),Le=()=>O.goals().filter(({kind:e})=>e==="role").map(({id:e})=>je(e)).filter(e=>e!==null),Ce=e=>{if(e==="all")return ce();let[t,r]=e.split(":"),a=A.phases.find(n=>t==="phase"?n.id===r:n.sections.some(([m])=>m===r));if(!a||t!=="phase"&&t!=="section")return null;if(t==="phase")return I(e,t,a.
title,a.url);let o=a.sections.find(([n])=>n===r)?.[1]??"";return I(e,t,o,`${a.url.split("#")[0]}#section-${r}`)},g={of:Ce,all:()=>[ce(),...Ee(),...Le(),...A.milestones.map(_e)]};var{dashboard:F}=globalThis.roadmap;var me=e=>`#of=${encodeURIComponent(e)}`,Oe=e=>{let t=e.target instanceof Element?e.target.closest("a[href^='#of=']"):null;!t||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||(e.preventDefault(),e.stopPropagation(),history.pushState(null,"",t.href),F.show())},x={wanted:()=>new URLSearchParams(location.hash.slice(1)).get("of")??"",hash:me,follow:Oe,of:e=>f.at(f.data.pages.certificate)+me(e)};var j=()=>i("svg.rm-medal",{viewBox:"0 0 48 48","aria-hidden":"true"},i("path.rm-medal-rays",{d:"M24 1v5M24 42v5M1 24h5M42 24h5M7.7 7.7l3.6 3.6M36.7 36.7l3.6 3.6M7.7 40.3l3.6-3.6M36.7 11.3l3.6-3.6"}),i("path.rm-medal-ring",{d:"M24 10a14 14 0 1 1 0 28a14 14 0 1 1 0-28",pathLength:100}),i("path.rm-medal-tick",{d:"M17.5 24.5l4.5 4.5l9-10",pathLength:100}));var le=`.rm-medal {
  width: 2.4rem;
  height: 2.4rem;
  flex: none;
  overflow: visible;
  fill: none;
  stroke: var(--rm-strong);
  stroke-width: 2.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.rm-medal-rays {
  stroke-width: 1.6;
  opacity: 0.55;
}
.rm-medal-tick {
  stroke-width: 3.2;
}

.rm-celebration {
  display: flex;
  align-items: center;
  gap: 0.6rem;
  padding: 0.2rem 0;
}
.rm-celebration p {
  flex: 1;
  margin: 0;
}
.rm-celebration a {
  color: var(--rm-strong);
  text-decoration: underline;
  text-underline-offset: 0.15em;
  white-space: nowrap;
}
.rm-celebration a:focus-visible {
  outline: 2px solid currentcolor;
  outline-offset: 2px;
}
@media (prefers-reduced-motion: no-preference) {
  .rm-celebration .rm-medal-ring,
  .rm-celebration .rm-medal-tick {
    stroke-dasharray: 100;
    animation: rm-draw 500ms ease-out backwards;
  }
  .rm-celebration .rm-medal-tick {
    animation-delay: 350ms;
    animation-duration: 300ms;
  }
  .rm-celebration .rm-medal-rays {
    transform-origin: 24px 24px;
    animation: rm-shine 600ms 550ms ease-out backwards;
  }
  .rm-just-finished progress {
    animation: rm-joy 900ms ease-out;
  }
  .rm-just-finished .rm-count::before {
    display: inline-block;
    animation: rm-pop 500ms ease-out;
  }
  @keyframes rm-draw {
    from {
      stroke-dashoffset: 100;
    }
  }
  @keyframes rm-shine {
    from {
      opacity: 0;
      transform: scale(0.6);
    }
  }
  @keyframes rm-joy {
    from {
      box-shadow: 0 0 0 0 var(--rm-hue, var(--rm-strong));
    }
    to {
      box-shadow: 0 0 0 0.7rem transparent;
    }
  }
  @keyframes rm-pop {
    0% {
      transform: scale(0);
    }
    60% {
      transform: scale(1.5);
    }
  }
}

[dir] .md-typeset .rm-certificates ul {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
  gap: 0.5rem;
  margin: 0 0 var(--rm-space-4);
  padding: 0;
  list-style: none;
  max-height: 15.5rem;
  overflow-y: auto;
}
[dir] .md-typeset .rm-certificates li {
  margin: 0;
}
.md-typeset .rm-certificates li a {
  display: flex;
  align-items: center;
  gap: 0.7rem;
  height: 100%;
  box-sizing: border-box;
  padding: 0.45rem 0.7rem;
  border: 1px solid var(--rm-line);
  border-radius: var(--rm-radius);
  color: inherit;
  text-decoration: none;
}
.md-typeset .rm-certificates li a:is(:hover, :focus-visible) {
  border-color: var(--rm-strong);
}
.md-typeset .rm-certificates li a[aria-current] {
  border-color: var(--rm-strong);
  box-shadow: inset 0 0 0 1px var(--rm-strong);
  background: var(--rm-surface);
}
.rm-certificates .rm-medal {
  width: 1.7rem;
  height: 1.7rem;
}
.rm-certificates span {
  min-width: 0;
  overflow-wrap: anywhere;
  line-height: 1.35;
}
.md-typeset .rm-certificates small {
  display: block;
  opacity: 1;
  color: var(--rm-quiet);
  font-size: var(--rm-text-small);
}

.rm-certificate-tools {
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  justify-content: space-between;
  gap: 0.6rem 1rem;
  margin-bottom: var(--rm-space-3);
}
.rm-certificate-tools .rm-label {
  flex: 0 1 24rem;
  margin: 0;
}
.rm-certificate-tools .rm-field {
  width: 100%;
}

/* Paper is white, whatever the scheme of the page: what is seen is what is printed. */
.md-typeset .rm-certificate {
  --ink: #15211f;
  --accent: #0a6666;
  --pale: #51605d;
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: space-between;
  box-sizing: border-box;
  max-width: 50rem;
  aspect-ratio: 297 / 210;
  margin: 0 auto;
  padding: 3.2rem 3.6rem 2.6rem;
  border: 1px solid #c5d0ce;
  background: #fffefb;
  color: var(--ink);
  text-align: center;
  font-family: Georgia, "Iowan Old Style", "Palatino Linotype", "Noto Serif", "Liberation Serif", "DejaVu Serif", serif;
  print-color-adjust: exact;
  -webkit-print-color-adjust: exact;
}
/* Two lines around everything, and a corner of the road in each. */
.rm-certificate::before,
.rm-certificate::after {
  content: "";
  position: absolute;
  pointer-events: none;
}
.rm-certificate::before {
  inset: 0.8rem;
  border: 2px solid var(--accent);
}
.rm-certificate::after {
  inset: 1.1rem;
  border: 1px solid var(--accent);
  opacity: 0.55;
}
[dir] .md-typeset .rm-certificate p {
  margin: 0;
}
.md-typeset .rm-certificate-of {
  color: var(--accent);
  font: 600 0.75rem / 1.4 var(--md-text-font-family);
  letter-spacing: 0.16em;
  text-transform: uppercase;
}
.md-typeset .rm-certificate-name {
  max-width: 100%;
  font-size: 2rem;
  line-height: 1.2;
  overflow-wrap: anywhere;
  text-wrap: balance;
}
.md-typeset .rm-blank-name {
  width: min(20rem, 90%);
  height: 2.4rem;
  border-bottom: 1px solid var(--ink);
}
.md-typeset .rm-certificate-verb {
  color: var(--pale);
  font-size: 0.95rem;
  font-style: italic;
}
.md-typeset .rm-certificate-title {
  max-width: 100%;
  color: var(--accent);
  font-size: 2.1rem;
  font-weight: 700;
  line-height: 1.15;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
.rm-road {
  display: block;
  width: min(100%, 24rem);
  overflow: visible;
}
.rm-road-line {
  fill: none;
  stroke: var(--accent);
  stroke-width: 1.5;
}
.rm-stop {
  fill: #fffefb;
  stroke: var(--accent);
  stroke-width: 1.5;
}
.rm-stop-finished .rm-stop {
  fill: var(--accent);
}
.rm-stop-tick {
  fill: none;
  stroke: #fff;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.md-typeset .rm-certificate-figures {
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  font: 0.8rem / 1.6 var(--md-text-font-family);
  font-variant-numeric: tabular-nums;
}
.rm-certificate-figures span:not(:last-child)::after {
  content: "·";
  padding: 0 0.5em;
}
.rm-certificate-foot {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0.2rem 2rem;
  width: 100%;
  color: var(--pale);
  font: 0.65rem / 1.5 var(--md-text-font-family);
  text-align: start;
}
@media screen and (max-width: 44em) {
  /* One row to push sideways: the paper stays in view. */
  [dir] .md-typeset .rm-certificates ul {
    grid-template-columns: none;
    grid-auto-flow: column;
    grid-auto-columns: min(13rem, 75vw);
    overflow-x: auto;
  }
  .md-typeset .rm-certificate {
    aspect-ratio: auto;
    gap: 1.1rem;
    padding: 2.4rem 1.8rem 2rem;
  }
  .md-typeset .rm-certificate-name {
    font-size: 1.5rem;
  }
  .md-typeset :is(.rm-certificate-name, .rm-certificate-title).rm-long-words {
    font-size: 1.15rem;
  }
  .md-typeset .rm-certificate-figures {
    display: block;
  }
  .md-typeset .rm-certificate-figures span {
    display: block;
  }
  .rm-certificate-figures span:not(:last-child)::after {
    content: none;
  }
  .md-typeset .rm-certificate-title {
    font-size: 1.45rem;
  }
}

.rm-certificates-empty {
  display: grid;
  justify-items: center;
  margin: var(--rm-space-3) 0 var(--rm-space-5);
  padding: var(--rm-space-5) var(--rm-space-4);
  border: 1px dashed var(--rm-quiet);
  border-radius: var(--rm-radius);
  text-align: center;
}
.rm-certificates-empty .rm-medal {
  width: 4rem;
  height: 4rem;
  stroke: var(--rm-quiet);
}
.rm-certificates-empty .rm-medal-ring {
  stroke-dasharray: 4 3;
}
.rm-certificates-empty .rm-medal-tick {
  opacity: 0.4;
}
.md-typeset .rm-certificates-empty h2 {
  margin: 0.6rem 0 0.2rem;
  padding: 0;
}
[dir] .md-typeset .rm-certificates-empty p {
  max-width: 32rem;
  margin: 0.3rem 0;
}

.md-typeset .rm-badge h2 {
  margin-top: var(--rm-space-5);
}
.rm-badge-maker {
  display: grid;
  gap: 0.6rem;
  max-width: 34rem;
}
[dir] .md-typeset .rm-badge-maker > * {
  margin: 0;
}
.rm-badge-maker select {
  display: block;
  width: 100%;
  max-width: 100%;
}
.rm-badge-preview {
  padding: 0.9rem;
  border: 1px solid var(--rm-line);
  border-radius: var(--rm-radius);
  background: var(--rm-surface);
}
.md-typeset .rm-badge-preview img {
  display: block;
  max-width: 100%;
  height: auto;
}
.rm-badge-buttons {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.4rem;
}
.md-typeset .rm-badge-maker textarea {
  width: 100%;
  font: 0.65rem / 1.5 var(--md-code-font-family);
}
.rm-badge-status {
  color: var(--rm-quiet);
  font-size: var(--rm-text-small);
}

@media print {
  body:has(.rm-certificate) {
    page: rm-certificate;
    min-height: 0;
  }
  body:has(.rm-certificate) .md-content__inner.md-typeset :is(h1, .rm-lead, .rm-noprint),
  body:has(.rm-certificate) :is(.md-footer, .md-source-file) {
    display: none;
  }
  body[dir]:has(.rm-certificate) .md-main__inner,
  body[dir]:has(.rm-certificate) .md-content__inner.md-typeset,
  body[dir]:has(.rm-certificate) .rm-dashboard {
    margin: 0;
    padding: 0;
  }
  .md-content__inner:has(.rm-certificate)::before {
    display: none;
  }
  .md-typeset .rm-certificate {
    width: 100%;
    max-width: none;
    height: 176mm;
    aspect-ratio: auto;
    /* Centered on Letter as on A4, and never more than the lower one holds. */
    margin: clamp(0mm, (100vh - 176mm) / 2, 6mm) 0 0;
    padding: 19mm 22mm 15mm;
    border: 0;
    background: #fff;
    break-inside: avoid;
  }
  .rm-certificate::before {
    inset: 0;
    border-width: 1.6pt;
  }
  .rm-certificate::after {
    inset: 2.2mm;
    border-width: 0.6pt;
  }
  .rm-stop {
    fill: #fff;
  }
  .md-typeset .rm-certificate-of {
    font-size: 12pt;
  }
  .md-typeset .rm-certificate-name {
    font-size: 34pt;
  }
  .md-typeset :is(.rm-certificate-name, .rm-certificate-title).rm-long-words {
    font-size: 23pt;
  }
  .md-typeset .rm-blank-name {
    width: 110mm;
    height: 16mm;
  }
  .md-typeset .rm-certificate-verb {
    font-size: 15pt;
  }
  .md-typeset .rm-certificate-title {
    font-size: 34pt;
  }
  .md-typeset .rm-certificate-figures {
    font-size: 12pt;
  }
  .rm-certificate-foot {
    font-size: 9.5pt;
  }
  .rm-road {
    width: 150mm;
  }
}
@page rm-certificate {
  size: landscape;
  margin: 13mm;
}
@media (forced-colors: active) {
  .rm-medal {
    stroke: Highlight;
  }
  .md-typeset .rm-certificate {
    forced-color-adjust: none;
  }
}
`;var N=()=>{document.adoptedStyleSheets.includes(D)||(D.replaceSync(le),document.adoptedStyleSheets.push(D))},D=new CSSStyleSheet;var{toast:de}=globalThis.roadmap;var pe=["all","phase","section"],Fe=({kind:e,title:t,topics:r})=>{let a=e==="all"||e==="phase"?e:"section",o=r.size;return o>0?s(`certificates.finished.${a}`,{title:t,count:o}):s(`certificates.finished_tasks.${a}`,{title:t})},Ne=e=>{for(let t of e)for(let r of document.querySelectorAll(`.rm-progress[data-scope="${CSS.escape(t)}"]`))r.classList.add("rm-just-finished"),r.addEventListener("animationend",()=>r.classList.remove("rm-just-finished"),{once:!0})},fe={show(e){let t=e.map(g.of).filter(n=>n?.
isFinished).filter(n=>n!==null).sort((n,m)=>pe.indexOf(n.kind)-pe.indexOf(m.kind)),[r]=t;if(!r)return;N();let a=Fe(r),o=r.kind!=="section"&&i("a",{href:x.of(r.scope)},s("certificates.see"));de.add(i("div.rm-celebration",{},j(),i("p",{dir:"auto"},i("strong",{},a),o&&" ",o))),Ne(t.map(({scope:n})=>n)),Q(()=>L(a))}};var{days:w}=globalThis.roadmap;var{localStore:P}=globalThis.roadmap;var{download:he}=globalThis.roadmap;var k="",He=({topics:e,projects:t,exercises:r})=>{if(e.size>0)return{...e,value:s("certificates.badge_topics",{done:e.done,count:e.size})};let[a,o]=t.size>0?[t,"certificates.badge_projects"]:[r,"certificates.badge_exercises"];return{...a,value:s(o,{done:a.done,count:a.size})}},ge=e=>{let{done:t,size:r,value:a}=He(e),o=s("certificates.badge_description",{title:e.title,value:a}),n=`${e.kind==="all"?"roadmap":e.scope.replace(":","-")}.svg`,m=z.svg({label:e.title,value:a,share:r>0?t/r:0,description:o}),
l=/^https?:$/.test(location.protocol)?f.at(e.url):"";return{description:o,file:n,svg:m,markdown:z.markdown(o,n,l)}},R=e=>e!==null&&e.topics.size+e.projects.size+e.exercises.size>0,Ke=()=>{let e=a=>i("option",{value:a.scope,selected:a.scope===k},a.title),t=a=>a.map(g.of).filter(R).map(e),{phases:r}=f.data;return[...t(["all"]),i("optgroup",{label:s("certificates.phases")},...t(r.map(({id:a})=>`phase:${a}`))),...r.map(({title:a,sections:o})=>i("optgroup",{label:a},...t(o.map(([n])=>`section:${n}`))))].
filter(a=>a.localName==="option"||a.childElementCount>0)},ue=e=>{R(g.of(k))||(k=R(g.of(e))?e:"all");let t=i("img",{id:"badge-image"}),r=i("textarea.rm-field",{id:"badge-markdown",readonly:!0,rows:3,spellcheck:"false","aria-label":s("certificates.markdown")}),a=()=>{let d=g.of(k);if(!d)return;let{svg:h,description:u,markdown:$}=ge(d);t.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(h)}`,t.alt=u,r.value=$,r.defaultValue=$},o=({target:d})=>{k=d.value,a()},n=()=>{let d=g.of(k);if(!d)return;
let{file:h,svg:u}=ge(d);he(h,u,"image/svg+xml"),L(s("certificates.badge_saved",{file:h}))},m=i("span.rm-badge-status",{role:"status"}),l=async()=>{r.select();try{await navigator.clipboard.writeText(r.value),m.textContent=s("certificates.copied")}catch{r.focus(),m.textContent=s("certificates.copy_by_hand")}},p=(d,h,u)=>i("button.rm-button",{type:"button",id:d,onclick:u},h),c=i("section.rm-badge.rm-noprint",{"aria-labelledby":"badge"},i("h2",{id:"badge"},s("certificates.badge")),i("p",{},s("certif\
icates.badge_lead")),i("div.rm-badge-maker",{},i("label.rm-label",{},s("certificates.badge_of"),i("select.rm-field",{id:"badge-of",onchange:o,autocomplete:"off"},...Ke())),i("p.rm-badge-preview",{},t),i("p.rm-badge-buttons",{},p("badge-download",s("certificates.download"),n),p("badge-copy",s("certificates.copy"),()=>{l()}),m),r));return a(),c};var _=36,qe=e=>{let{phases:t}=f.data,r=_*t.length,a=t.map(({id:o},n)=>{let m=e===`phase:${o}`,l=g.of(`phase:${o}`)?.isFinished??!1,[p,c]=[_*n+_/2,m?10:6];return i(`g${l?".rm-stop-finished":""}`,{},i("rect.rm-stop",{x:p-c,y:14-c,width:2*c,height:2*c,rx:c}),l&&m&&i("path.rm-stop-tick",{d:`M${p-4} 14.5l3 3l5.5-6.5`}))});return i("svg.rm-road",{viewBox:`0 0 ${r} 28`,"aria-hidden":"true"},i("path.rm-road-line",{d:`M${_/2} 14h${r-_}`}),...a)},Be=e=>e<10?Math.round(e*10)/10:Math.round(e),De=({topics:e,
exercises:t,projects:r,hours:a,known:o,skipped:n})=>[e.size>0&&s("certificates.topics",{done:e.done,count:e.size}),t.size>0&&s("bars.exercises",{done:t.done,count:t.size}),r.size>0&&s("bars.projects",{done:r.done,count:r.size}),a>0&&s("certificates.hours",{count:Be(a)}),o>0&&s("certificates.known",{count:o}),n>0&&s("certificates.skipped",{count:n})].filter(m=>m!==!1),be=36,G=(e,t)=>{e.textContent=t,e.classList.toggle("rm-long-words",t.length>be),e.classList.toggle("rm-blank-name",t==="")},ye=(e,t)=>{
let r=i("p.rm-certificate-name",{dir:"auto"});G(r,t);let a=e.kind==="all";return i("article.rm-certificate",{"aria-label":s("certificates.label",{title:e.title})},i("p.rm-certificate-of",{dir:"auto"},a?s("certificates.certificate"):f.data.title),r,i("p.rm-certificate-verb",{},s(`certificates.has_finished.${e.kind}`)),i(`p.rm-certificate-title${e.title.length>be?".rm-long-words":""}`,{dir:"auto"},e.title),qe(e.scope),i("p.rm-certificate-figures",{},...De(e).map(o=>i("span",{},o))),i("div.rm-certi\
ficate-foot",{},e.at>0&&i("p",{},s("certificates.last_tick",{date:w.words(w.dayOf(e.at))})),i("p",{},s("certificates.honest"))))};var ve="meta/name",V=80,xe=()=>(P.get(ve)??"").slice(0,V),Pe=(e,t)=>i("nav.rm-certificates.rm-noprint",{"aria-label":s("certificates.list")},i("ul",{},...e.map(r=>i("li",{},i("a",{href:x.hash(r.scope),"aria-current":r.scope===t.scope&&"true"},j(),i("span",{},i("strong",{dir:"auto"},r.title),i("small",{},s(`certificates.kinds.${r.kind}`),r.at>0&&` · ${w.words(w.dayOf(r.at))}`))))))),Re=e=>{let t=({target:r})=>{let a=r.value.trim().slice(0,V);P.set(ve,a===""?null:a);let o=e.querySelector(".rm-cer\
tificate-name");o&&G(o,a)};return i("div.rm-certificate-tools.rm-noprint",{},i("label.rm-label",{},s("certificates.name")," ",i("small",{},s("certificates.name_stays")),i("input.rm-field",{id:"certificate-name",maxlength:V,autocomplete:"name",value:xe(),oninput:t})),i("button.rm-button.rm-primary",{type:"button",id:"certificate-print",onclick:()=>print()},s("certificates.print")))},Ge=e=>{let t=({topics:l})=>l.done/Math.max(l.size,1),a=e.filter(({kind:l,topics:p})=>l==="phase"&&p.size>0).reduce(
(l,p)=>l&&t(l)>=t(p)?l:p,null),{begun:o,steps:n}=C.next(),m=o[0]??n[0]?.topic;return i("div.rm-certificates-empty",{},j(),i("h2",{},s("certificates.empty")),i("p",{},s("certificates.empty_lead")),a&&a.topics.done>0&&i("p",{},s("certificates.nearest",{title:a.title,done:a.topics.done,count:a.topics.size})),m!==void 0&&i("p",{},i("a.md-button.md-button--primary",{href:f.at(f.url(f.leaves[m]))},s("certificates.continue",{title:f.title(f.leaves[m])}))))};F.views.set("certificate",e=>{N(),e.onclick=x.
follow;let t=g.all(),r=t.filter(({isFinished:d})=>d),a=x.wanted(),o=t.find(({scope:d})=>d===a),n=r.reduce((d,h)=>d&&(d.kind==="all"||d.at>=h.at)?d:h,null),m=o?.isFinished?o:n,l=o&&!o.isFinished&&i("p.rm-noprint",{},s("certificates.unfinished",{title:o.title,done:o.topics.done,count:o.topics.size})),p=ue(m&&["all","phase"].includes(m.kind)?m.scope:"all");if(!m)return[l||null,Ge(t),p];let c=ye(m,xe());return[l||null,Pe(r,m),Re(c),c,p]});var Ve={badge:z,celebration:fe};Object.assign(globalThis.roadmap,Ve);})();
