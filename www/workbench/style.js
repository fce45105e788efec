// The sheet of the workbench, added to the page when it is first needed; colours and measures are the page's own.

export function sheet() {
  const made = new CSSStyleSheet();
  made.replaceSync(RULES);
  return made;
}

const RULES = `
.bench{--surface:#f4f5f7;--edge:#848b94;margin-block-end:1.5rem;padding:1rem 1.25rem 1.25rem;background:var(--surface);border-radius:4px;font-size:.875rem;overflow-wrap:anywhere}
:root[data-theme=dark] .bench{--surface:#1e2125;--edge:#727a84}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]) .bench{--surface:#1e2125;--edge:#727a84}}
.bench[hidden],.bench [hidden],.drop[hidden]{display:none!important}
.bench>header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
.bench h2{font:700 1.25rem/1.3 var(--serif);margin:0 0 .4rem}
.bench h3{font:600 .875rem/1.4 var(--sans);margin:0}
.bench p{margin:0;max-inline-size:46rem}
.bench :is(.muted,.hint){color:var(--muted)}
.bench .hint{font-size:.8125rem}
.bench .alert:not(:empty){font-weight:600}
.bench :is(.two,.stack){display:grid;gap:.75rem 1.5rem;align-content:start;grid-template-columns:minmax(0,1fr)}
.bench .field{display:grid;gap:.2rem}
.bench .field>label{font-weight:600}
.bench :is(button,input,textarea){font:inherit;color:inherit;background:var(--ground);border:1px solid var(--edge);border-radius:4px}
.bench button{padding:.2rem .7rem;min-block-size:1.875rem;min-inline-size:1.875rem;cursor:pointer}
.bench button:hover{border-color:currentColor}
.bench button[aria-pressed=true]{background:var(--ink);color:var(--ground);border-color:var(--ink)}
.bench button[aria-disabled=true]{color:var(--muted);border-color:var(--line);cursor:default}
.bench button.link{padding:0 .15rem;min-block-size:1.5rem;border:0;background:none;text-align:start;text-decoration:underline;text-decoration-color:var(--muted);text-underline-offset:.15em}
.bench button.link:hover{text-decoration-color:currentColor}
.bench :is(input,textarea){inline-size:100%;padding:.3rem .5rem;min-block-size:1.875rem}
.bench textarea{resize:vertical;line-height:1.4}
.bench textarea:not(.rows){field-sizing:content;min-block-size:3.4rem;max-block-size:8rem}
.bench textarea.rows{font:.8125rem/1.5 ui-monospace,monospace;white-space:pre;overflow:auto;min-block-size:12rem}
.bench [aria-invalid=true]{border-width:2px;border-color:var(--ink)}
.bench .acts{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.bench summary{font-weight:600;min-block-size:1.5rem;cursor:pointer}
.bench .scroller{overflow:auto;max-block-size:19rem;background:var(--ground);border:1px solid var(--line);border-radius:4px}
.bench table{border-collapse:collapse;inline-size:100%;font-size:.8125rem;line-height:1.4}
.bench :is(th,td){text-align:start;vertical-align:top;padding:.35rem .6rem;border-block-end:1px solid var(--line)}
.bench thead th{color:var(--muted);font-weight:600;white-space:nowrap}
.bench ::placeholder{color:var(--muted);opacity:1}
.bench code{font:.8125rem/1.4 ui-monospace,monospace}
.bench .scroller td{overflow-wrap:anywhere}
.bench .scroller td p{max-inline-size:none}
.bench .scroller td>code{color:var(--muted);white-space:pre-wrap}
.bench .scroller .place td{border-block-end:0;padding-block-end:0}
.bench :is(ul,ol){list-style:none;margin:0;padding:0}
.bench .loops>li{display:grid;gap:.4rem;padding-block:.5rem;border-block-end:1px solid var(--line)}
.bench .loops .line{display:flex;gap:.5rem;align-items:center}
.bench .number{flex:none;min-inline-size:1.5rem;text-align:center;font-weight:700}
.bench .loops :is(.acts,.field){margin-inline-start:2rem}
.bench :is(.loops,.checks){max-block-size:25rem;overflow:auto;padding-inline:3px;margin-inline:-3px}
.bench .checks>li{padding-block:.5rem;border-block-start:1px solid var(--line)}
.bench .checks .why{display:block;font-weight:400;color:var(--muted);max-inline-size:46rem}
.bench .checks details .why{margin-inline-start:1rem}
.bench .found{margin:.5rem 0 .25rem 1rem;display:grid;gap:.5rem}
.bench .found li{display:grid;justify-items:start;padding-inline-start:.6rem;border-inline-start:2px solid var(--line)}
.bench .files>li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;padding-block:.3rem;border-block-start:1px solid var(--line)}
.bench .files>li>.muted{flex:1 1 14rem}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.drop{position:fixed;inset:0;z-index:10;display:grid;place-content:center;padding:1rem;pointer-events:none;background:color-mix(in srgb,var(--ground) 85%,transparent);outline:3px dashed var(--ink);outline-offset:-1rem;font:700 1.5rem/1.3 var(--serif);text-align:center}
@media(min-width:58rem){.bench .two{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.bench .two>.wide{grid-column:1/-1}}
@media(max-width:40rem){.bench{margin-inline:-1rem;padding-inline:1rem;border-radius:0}.bench .loops :is(.acts,.field){margin-inline-start:0}}
@media(forced-colors:active){.bench{border:1px solid}.bench button[aria-disabled=true]{color:GrayText;border-color:GrayText}.bench button[aria-pressed=true]{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media print{.bench{display:none}}
`;
