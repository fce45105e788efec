// The sheet of what is fetched on demand; colours and measures are those of the figure's own.

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * @param {Document} owner
 * @returns {CSSStyleSheet}
 */
export function sheetFor(owner) {
  let sheet = sheets.get(owner);
  if (!sheet) {
    sheet = new (owner.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(RULES);
    sheets.set(owner, sheet);
  }
  return sheet;
}

const RULES = `
.tool{margin-block:.75em 1em;padding:.9em 1em 1em;background:var(--_surface);border-radius:4px;font-size:.875em}
.tool .fields{display:grid;gap:1em 2em;grid-template-columns:repeat(auto-fill,minmax(min(100%,15em),1fr))}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
legend,.field-name{font-weight:600;padding:0;margin-block-end:.25em}
.tool label{display:flex;align-items:center;gap:.5em;min-block-size:24px;cursor:pointer}
.tool label .n{color:var(--_muted);margin-inline-start:auto;font-variant-numeric:tabular-nums}
.tool input,.tool select{font:inherit;color:inherit;accent-color:var(--_focus)}
.tool input[type="checkbox"]{inline-size:1.15em;block-size:1.15em;margin:0;flex:none}
.tool select,.tool input[type="search"],.tool input[type="text"]{background:var(--_ground);border:1px solid var(--_muted);border-radius:4px;padding:.3em .5em;min-block-size:2.15em;max-inline-size:100%}
.tool .quiet[aria-pressed="true"]{background:var(--_label);color:var(--_ground);border-color:var(--_label)}
.tool .quiet:disabled{color:var(--_muted);cursor:default;opacity:.7}
.tool .acts{display:flex;flex-wrap:wrap;gap:.5em;align-items:center}
.fields{margin-block-start:1em}
.timeline+.acts,p+.acts{margin-block-start:.75em}
.tool .chips{display:flex;flex-wrap:wrap;gap:.4em}
.timeline{display:grid;gap:.25em}
.timeline input{inline-size:100%;margin:0;min-block-size:24px}
.histogram{display:flex;align-items:flex-end;gap:1px;block-size:2.5em;padding-inline:8px}
.histogram span{flex:1;background:var(--_bed);min-inline-size:0}
.histogram .later{opacity:.35}
.timeline .ends{display:flex;justify-content:space-between;color:var(--_muted)}
.log{display:grid;gap:.2em;margin-block-start:.6em}
.log li{display:flex;gap:.5em;align-items:baseline}
@media(forced-colors:active){.histogram span{background:CanvasText}}
.ring{display:block;inline-size:min(100%,22em);margin-block:.25em;font-size:13px;--_stroke:var(--_slot,var(--_accent))}
.ring .line{fill:none;stroke:var(--_stroke);stroke-width:3}
.ring .head{fill:var(--_stroke)}
.ring circle{fill:var(--_company);stroke:var(--_company-edge);stroke-width:1.5}
.ring text{fill:var(--_label);font-family:var(--_font)}
@container(min-width:56em){.ring{display:none}}
`;
