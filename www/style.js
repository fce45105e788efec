// One constructed style sheet per document: the only kind that a strict policy lets through.
import { SLOTS, declarations, forcedDeclarations } from './theme.js';

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * The sheet for a document. Constructed sheets do not work outside the document they were made in.
 *
 * @param {Document} owner
 * @returns {CSSStyleSheet}
 */
export function sheetFor(owner) {
  let sheet = sheets.get(owner);
  if (!sheet) {
    sheet = new (owner.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(colours() + RULES);
    sheets.set(owner, sheet);
  }
  return sheet;
}

function colours() {
  const light = declarations('light');
  const dark = declarations('dark');
  const slots = SLOTS.map(
    (slot) => `[data-slot="${slot}"]{--_slot:var(--_loop-${slot});--_on-slot:var(--_on-loop-${slot})}`,
  );
  return `:host{color-scheme:light;${light}}
@media screen{:host([theme="dark"]){color-scheme:dark;${dark}}}
@media screen and (prefers-color-scheme:dark){:host(:not([theme="light"],[theme="dark"])){color-scheme:dark;${dark}}}
@media(prefers-contrast:more){.frame{--_muted:var(--_label);--_line:var(--_amount)}:host{--_plain:var(--_amount)!important;--_bed:var(--_amount)!important;--_bed-outline:var(--_amount)!important}}
@media(forced-colors:active){:host,:host([theme]){${forcedDeclarations()}}}
${slots.join('')}`;
}

const RULES = `
:host{
  display:block;container-type:inline-size;min-inline-size:0;max-inline-size:100%;contain-intrinsic-inline-size:min(60em,90vw);
  --_font:var(--deal-network-font,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);
  --_heading-font:var(--deal-network-heading-font,Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Times New Roman",serif);
}
:host([hidden]){display:none}
[hidden]{display:none!important}
.frame,.room{display:grid;grid-template:auto/minmax(0,1fr);align-items:start}
.fallback,.room,.room::before{grid-area:1/1}
.room{font-size:medium;container-type:inline-size;position:relative}
.room::before,.widget{--_stage:var(--deal-network-stage-height,clamp(20em,112cqi,34em))}
.room::before{content:"";block-size:var(--deal-network-min-height,calc(var(--_stage) + max(75em,129em - 200cqi)))}
.frame.ready .fallback,.frame.failed .room{display:none}
.frame.ready{animation:come .25s}
@keyframes come{from{opacity:.4}}
.waiting{font:1rem/1.5 var(--_font);color:var(--_muted);margin:0;animation:wait 1s steps(1)}
@keyframes wait{from{opacity:0}}
.failure{all:initial;display:block;box-sizing:border-box;font-family:var(--_font);line-height:1.5;color:var(--_label);background:var(--_surface);border-inline-start:3px solid var(--_muted);padding:.75em 1em;margin-block-start:1em}
.failure p{margin:0 0 .5em}
.failure button{font:inherit;color:inherit;background:var(--_ground);border:1px solid var(--_muted);border-radius:4px;padding:.3em .9em;cursor:pointer}

.widget{all:initial;display:block;grid-area:1/1;font-family:var(--_font);line-height:1.5;color:var(--_label);background:var(--_ground);overflow-wrap:break-word}
.frame:not(.ready) .widget{visibility:hidden;position:absolute;inset:0;overflow:hidden}
.widget[dir]{text-align:right}
.widget *{box-sizing:border-box;unicode-bidi:plaintext}
h1,h2,h3,h4,h5,h6,p,ol,ul,dl,dd,figure{margin:0;padding:0}
ol,ul{list-style:none}
.heading{font:700 1.5em/1.15 var(--_heading-font);letter-spacing:-.01em;text-wrap:balance;max-inline-size:26em}
.summary{margin-block-start:.6em;max-inline-size:44em;text-wrap:pretty}
.note{color:var(--_muted)}
.money{white-space:nowrap}

.body{margin-block-start:1em;display:grid;gap:1.25em;grid-template:auto/minmax(0,1fr)}
.main{position:relative}
.stage{position:relative;block-size:var(--_stage);cursor:grab;touch-action:pan-x pan-y;user-select:none;-webkit-user-select:none;border-block:1px solid var(--_line);outline-offset:-2px}
.stage.over{cursor:pointer}
.stage:active{cursor:grabbing}
.stage.moving{touch-action:none}
canvas{position:absolute;inset:0;inline-size:100%;block-size:100%}
.help{position:absolute;inset-block-start:.75em;inset-inline:.75em;max-inline-size:36em;padding:.6em .8em;background:var(--_ground);border:1px solid var(--_line);border-radius:4px;font-size:.875em;z-index:1;pointer-events:none}

button{font:inherit;color:inherit;cursor:pointer;border-radius:4px;min-block-size:24px;min-inline-size:24px}
.bar{display:flex;flex-wrap:wrap;gap:.5em 1em;justify-content:space-between;margin-block-start:.6em}
.bar,.quiet{font-size:.875em}
.tools,.buttons,.pan{display:flex;flex-wrap:wrap;gap:.35em}
.tools button,.quiet{background:var(--_ground);border:1px solid var(--_line);padding:.2em .7em;min-block-size:2.15em;min-inline-size:2.15em}
.bar .quiet{font-size:1em}
.tools button:hover,.quiet:hover{border-color:var(--_muted)}
.tools [aria-pressed="true"]{background:var(--_label);color:var(--_ground);border-color:var(--_label)}
.move{display:none}
@media(any-pointer:coarse){.move{display:inline-block}}
.shown{flex:1 0 100%;color:var(--_muted)}
.skip{position:absolute;inset-block-start:.6em;inset-inline-start:.6em;z-index:2}
.skip:not(:focus){clip-path:inset(50%);block-size:1px;inline-size:1px;min-block-size:0;min-inline-size:0;overflow:hidden;padding:0;border:0}

:focus-visible{outline:2px solid var(--_focus);outline-offset:2px}
.list-heading{font:700 1.0625em/1.3 var(--_heading-font);padding-block:.1em .5em;outline-offset:-2px}
.loops>li{border-block-start:1px solid var(--_line)}
.loop{all:unset;box-sizing:border-box;display:flex;gap:.75em;align-items:baseline;inline-size:100%;padding:.5em .25em;cursor:pointer}
.loop:focus-visible{outline:2px solid var(--_focus);outline-offset:-2px}
.looked-at>.loop,.loop:hover,.loop[aria-expanded="true"]{background:var(--_surface)}
.words{flex:1;min-inline-size:0}
.name{display:block;font-weight:600;line-height:1.3;font-size:.9375em;text-wrap:balance}
.size{display:block;font-size:.8125em;line-height:1.4;color:var(--_muted)}
.loop::after{content:"";flex:none;align-self:center;inline-size:.45em;block-size:.45em;border:solid var(--_muted);border-width:0 1.5px 1.5px 0;transform:rotate(45deg);margin-inline-end:.25em}
.loop[aria-expanded="true"]::after{transform:rotate(-135deg)}
.badge{flex:none;display:inline-grid;place-content:center;min-inline-size:1.7em;block-size:1.7em;padding-inline:.3em;border-radius:1em;box-sizing:border-box;font-size:.8125em;font-weight:700;line-height:1;background:var(--_slot,transparent);color:var(--_on-slot,inherit);border:1.5px solid var(--_slot,var(--_bed));forced-color-adjust:none}
.order{font-size:.8125em;color:var(--_muted);padding-block-end:.6em}
select{font:inherit;color:var(--_label);background:var(--_ground);border:1px solid var(--_line);border-radius:4px;min-block-size:24px;max-inline-size:100%}
.outline>.quiet{margin-block-start:.75em}

.card{padding:.5em .25em 1em;font-size:.9375em}
.loops .card{padding-inline-start:2.6em}
.details .card{border-block:2px solid var(--_label);padding-block:.9em;margin-block-end:1.25em}
.ring{inline-size:min(100%,19em);aspect-ratio:30/17}
.card-title{font:700 1.125em/1.25 var(--_heading-font)}
.card-part{font-size:.875em;font-weight:600;margin-block:.9em .1em}
.card .about,.terms{font-size:.875em;color:var(--_muted)}
.card .terms{font-size:.8667em}
.deals .choice,.sources a{display:block;inline-size:fit-content}
.card .note{font-size:.9333em;margin-block-start:.5em}
.card .lead{margin-block:.2em .4em}
.card .buttons{margin-block-start:.75em}
.legs{counter-reset:leg}
.legs>li{margin-block-start:.7em}
.deals li,.loops-of li{padding-block:.3em;border-block-start:1px solid var(--_line);line-height:1.4}
.deals{margin-block-start:.25em}
.flag{font-weight:600}
.choice{all:unset;cursor:pointer;text-decoration:underline;text-decoration-color:var(--_bed);text-underline-offset:.15em;overflow-wrap:anywhere}
.choice{padding-block:.1em;min-block-size:24px;min-inline-size:24px}
.choice:hover{text-decoration-color:currentColor}
.choice:focus-visible{outline:2px solid var(--_focus);outline-offset:2px}
a{color:inherit;text-decoration-color:var(--_bed);text-underline-offset:.15em;overflow-wrap:anywhere}
a:hover{text-decoration-color:currentColor}
.deals a{font-size:.8667em}
.deals a,.about a,td a{display:inline-block;padding-block:.15em;min-block-size:24px}

dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9em,1fr));gap:.4em 1em;margin-block:.5em}
dt{font-size:.8667em;color:var(--_muted)}
.close{margin-block-start:1em}
.details .close{float:inline-end;margin:0 0 .5em .5em}

.foot{margin-block-start:1.25em;font-size:.875em}
.foot>p{color:var(--_muted);max-inline-size:44em}
details{border-block-start:1px solid var(--_line);padding-block:.5em;margin-block-start:.5em}
summary{cursor:pointer;font-weight:600;min-block-size:24px}
.foot>.flag{color:inherit}
.problems li{padding-block:.2em;max-inline-size:44em;overflow-wrap:anywhere}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

@container(min-width:36em){
  .room::before,.widget{--_stage:var(--deal-network-stage-height,clamp(24em,66cqi,36em))}
  .room::before{block-size:var(--deal-network-min-height,calc(var(--_stage) + max(69em,98em - 66cqi)))}
  .heading{font-size:1.875em}
}
@container(min-width:56em){
  .room::before,.widget{--_stage:var(--deal-network-stage-height,clamp(28em,50cqi,40em))}
  .room::before{block-size:var(--deal-network-min-height,calc(var(--_stage) + 25em))}
  .heading{grid-area:heading;max-inline-size:none}
  .widget{display:grid;gap:0 2em;grid-template:"heading summary" max-content "main summary" auto "main panel" 1fr "foot foot" auto/minmax(0,1fr) clamp(20em,30cqi,26em)}
  header,.body{display:contents}
  .main{margin-block-start:1em}
  .summary{grid-area:summary;margin:0;font-size:.9375em;padding-block-end:1.25em}
  .main{grid-area:main}
  .panel{grid-area:panel;position:relative;overflow-y:auto;contain:size;scrollbar-width:thin;padding-inline:2px}
  .foot{grid-area:foot}
}
@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media(forced-colors:active){.tools [aria-pressed="true"]{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media print{
  *{animation:none!important}
  .tools,.buttons,.tool,.skip,.close,[data-out],.order,.outline>.quiet{display:none}
  .loop::after{display:none}
  .panel{contain:none!important;overflow:visible!important}
  .scroller{max-block-size:none;overflow:visible}
  table{min-inline-size:0;font-size:.85em}
  .legs>li,tr,.stage,.loop{break-inside:avoid}
  .badge,.sample{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
