/** The canvas painter and the SVG writer draw the same picture from the same scene. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { withPage } from '../engine.js';

const WIDTH = 960;
const HEIGHT = 640;

/** Pairs, a loop of three that shares an arc with one of them, long names, and an arc in no loop. */
const DEALS = `from,to,amount_usd,amount_basis,amount_firm,status
Amazon,OpenAI,50000000000,up_to,15000000000,signed
OpenAI,Amazon,138000000000,committed,,signed
Google,Anthropic,43750000000,up_to,13750000000,signed
Anthropic,Google,200000000000,committed,,announced
Nvidia,OpenAI,30000000000,committed,,closed
OpenAI,Nvidia,,,,announced
OpenAI,Oracle,300000000000,committed,,signed
Oracle,Nvidia,40000000000,about,,reported
Société Générale & Cie,Nvidia,1000000000,committed,,closed
Amazon,Anthropic,33000000000,up_to,9000000000,signed
Anthropic,Amazon,100000000000,committed,,announced
`;

/** An empty page of the same origin: what is drawn is all there is. */
const EMPTY = {
  type: 'text/html',
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Painters</title>
    <body style="margin:0"></body></html>`,
};

/** @typedef {{ text: string, left: number, width: number, baseline: number }} Label */

/**
 * Draws a scene in the page with one of the painters and says where the texts are.
 * @param {{ painter: 'canvas' | 'svg', deals: string, theme: 'light' | 'dark', font: string, focus: string,
 *   width: number, height: number }} options
 * @returns {Promise<Label[]>}
 */
async function draw({ painter, deals, theme, font, focus, width, height }) {
  const base = document.baseURI;
  const { engine } = await import(new URL('engine.js', base).href);
  const { paint } = await import(new URL('paint.js', base).href);
  const { PALETTE, ROLES } = await import(new URL('theme.js', base).href);
  const desk = await import(new URL('desk.js', base).href);
  await desk.ready();
  const figure = (await engine()).open(
    desk.read(new TextEncoder().encode(deals)).bytes,
    true,
    1,
    5,
    10_000,
    6,
    false,
  );
  while (!figure.search(50));
  figure.arrange(width, height);
  if (focus && !figure.card('loop', focus)) throw new Error(`There is no loop ${focus}.`);
  figure.look('loop', focus, false);
  const floats = new Float32Array(100_000);
  const length = figure.scene(width, height, 1, width / 2, height / 2, false, floats);
  const texts = figure.texts();
  const words = { title: 'Painters', description: '', loops: [] };
  const svg = desk.write({ scene: floats.subarray(0, length), width, height, texts, theme, ...words, font });
  if (painter === 'svg') {
    const range = document.createRange();
    document.body.replaceChildren(range.createContextualFragment(svg));
    return [...document.querySelectorAll('text')].map((text) => ({
      text: text.textContent ?? '',
      left: text.getBBox().x,
      width: text.getBBox().width,
      baseline: Number(text.getAttribute('y')),
    }));
  }
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  canvas.style.display = 'block';
  document.body.replaceChildren(canvas);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  /** @type {Label[]} */
  const labels = [];
  const fill = context.fillText.bind(context);
  context.fillText = (text, x, y) => {
    const measured = context.measureText(text).width;
    labels.push({ text, left: x - measured / 2, width: measured, baseline: y });
    fill(text, x, y);
  };
  const roles = ROLES.map((/** @type {string} */ role) => PALETTE[theme][role]);
  paint(context, floats, length, texts, { roles, font }, 1);
  return labels;
}

for (const font of ['Liberation Sans', 'DejaVu Sans']) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    for (const focus of ['', 'Nvidia>OpenAI>Oracle']) {
      test(`canvas and SVG agree: ${theme}, ${font}, ${focus ? 'one loop in focus' : 'all loops'}`, async () => {
        await withPage({ width: WIDTH, height: HEIGHT }, async (view) => {
          await view.answer('painters.html', EMPTY);
          await view.goto('painters.html');
          const options = { deals: DEALS, theme, font, focus, width: WIDTH, height: HEIGHT };
          const onCanvas = await view.evaluate(draw, {
            ...options,
            painter: /** @type {const} */ ('canvas'),
          });
          const canvas = PNG.sync.read(await view.screenshot());
          const inSvg = await view.evaluate(draw, { ...options, painter: /** @type {const} */ ('svg') });
          const svg = PNG.sync.read(await view.screenshot());

          const different = pixelmatch(canvas.data, svg.data, undefined, WIDTH, HEIGHT, { threshold: 0.1 });
          const share = different / (WIDTH * HEIGHT);
          assert.ok(share <= 0.005, `${(100 * share).toFixed(2)} % of the pixels differ`);
          const drawn = canvas.data.some((value, at) => at % 4 < 3 && value !== canvas.data[at % 4]);
          assert.ok(drawn, 'something is drawn');

          assert.ok(inSvg.length > 5, 'names and badges are shown');
          assert.deepEqual(
            inSvg.map((label) => label.text),
            onCanvas.map((label) => label.text),
          );
          for (const [at, label] of inSvg.entries()) {
            const other = /** @type {Label} */ (onCanvas[at]);
            for (const side of /** @type {const} */ (['left', 'width', 'baseline'])) {
              const off = Math.abs(label[side] - other[side]);
              assert.ok(off <= 1, `${side} of ${label.text} is ${off} px off`);
            }
          }
        });
      });
    }
  }
}
