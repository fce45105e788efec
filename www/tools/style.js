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
.find input{inline-size:100%}
label.field-name{display:block;min-block-size:0}
.find [role="listbox"]{margin-block:.35em;border:1px solid var(--_line);border-radius:4px;background:var(--_ground)}
.find .kind{padding:.5em .7em .1em;color:var(--_muted);font-weight:600}
.find [role="option"]{display:flex;gap:.6em;align-items:baseline;padding:.3em .7em;min-block-size:24px;cursor:pointer;overflow-wrap:anywhere}
.find [role="option"]>span:last-child{flex:1;min-inline-size:0;line-height:1.35}
.find [role="option"] .note{display:block}
.find [role="option"]:hover{background:var(--_surface)}
.find [aria-selected="true"]{outline:2px solid var(--_focus);outline-offset:-2px;background:var(--_surface)}
.find>.note{margin-block-start:.35em}

.save{display:grid;gap:1em}
.save .acts+.acts{margin-block-start:.4em}
.save .acts{gap:.5em 1em}
.save .address{display:block;margin-block-start:.5em}
.save .address input{display:block;inline-size:100%}

.how p{max-inline-size:44em;margin-block-start:.4em}
.legend{display:flex;flex-wrap:wrap;gap:.4em 1.6em;list-style:none;padding:0;margin-block:.6em 0}
.legend li{display:flex;align-items:center;gap:.6em}
.sample{inline-size:2.6em;border-block:1px solid var(--_bed-outline);background:var(--_bed-fill)}
.sample.thin{border:0;background:var(--_plain)}
.scroller{overflow:auto;max-block-size:36em;margin-block:.5em}
table{border-collapse:collapse;inline-size:100%;min-inline-size:52em;line-height:1.35;font-variant-numeric:tabular-nums}
th,td{text-align:start;vertical-align:top;padding-block:.45em;padding-inline:0 .9em;border-block-end:1px solid var(--_line)}
th{position:sticky;inset-block-start:0;background:var(--_ground);font-weight:600;color:var(--_muted)}
td.title{min-inline-size:16em}
td.date{white-space:nowrap}
td:last-child{min-inline-size:10em}
tr.not-live td{color:var(--_muted)}
td .choice{display:inline-block}

.sheet .acts{display:flex;flex-wrap:wrap;gap:.6em 1.2em;align-items:end;margin-block-start:.6em}
.sheet .acts .buttons{margin-inline-start:auto}
.sheet label{display:flex;flex-wrap:wrap;align-items:center;gap:.2em .5em;min-block-size:24px}
.sheet input{font:inherit;color:inherit;accent-color:var(--_focus)}
.sheet input[type="search"]{background:var(--_ground);border:1px solid var(--_muted);border-radius:4px;padding:.3em .5em;min-block-size:2.15em;inline-size:16em;max-inline-size:100%}
.sheet input[type="checkbox"]{inline-size:1.15em;block-size:1.15em;margin:0;flex:none}
.sheet .quiet:disabled{color:var(--_muted);cursor:default;opacity:.7}
.sheet>.note{margin-block-start:.5em}
.scroller{scroll-padding-block-start:4em;position:relative}
th{vertical-align:bottom;z-index:1}
.sheet td .choice,.sheet td a{box-sizing:border-box;vertical-align:top;padding-block:.2em;margin-block:-.2em}
.sheet td .badge{vertical-align:top}
.sort{all:unset;box-sizing:border-box;position:relative;white-space:nowrap;padding-inline-end:1em;cursor:pointer;min-block-size:24px;min-inline-size:24px}
.sort:hover{color:var(--_label);text-decoration:underline}
.sort:focus-visible{outline:2px solid var(--_focus);outline-offset:2px}
.sort::after{content:"";position:absolute;inset-inline-end:.1em;inset-block-end:.55em;border:solid var(--_muted);border-width:0 1.5px 1.5px 0;inline-size:.35em;block-size:.35em;transform:rotate(45deg);opacity:.45}
[aria-sort] .sort{color:var(--_label)}
[aria-sort] .sort::after{opacity:1;border-color:var(--_label)}
[aria-sort="ascending"] .sort::after{transform:rotate(-135deg);inset-block-end:.35em}
td .why{display:block;font-size:.9286em}
@media print{.tool,.sheet .acts,.sheet>.quiet{display:none}.scroller{max-block-size:none;overflow:visible}}
@media(forced-colors:active){.histogram span{background:CanvasText}}
.ring{display:block;--_stroke:var(--_slot,var(--_accent))}
.ring .line{fill:none;stroke:var(--_stroke);stroke-width:3}
.ring .head{fill:var(--_stroke)}
.ring circle{fill:var(--_company);stroke:var(--_company-edge);stroke-width:1.5}
.ring text{fill:var(--_label);font:13px var(--_font)}
@container(min-width:56em){.ring{display:none}}
div.order{display:flex;flex-wrap:wrap;gap:.35em 1em}
.order label{display:flex;align-items:center;gap:.4em}
`;
