// How long a step of the date slider, leaving something out and weighing take in the released module, in Node:
// `node study.js <glue> <module>` prints a table.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , glue = '', module = ''] = process.argv;
const { default: instantiate } = await import(pathToFileURL(glue).href);
const { Figure } = await instantiate(new WebAssembly.Module(readFileSync(module)));

const bytes = readFileSync('www/data/ai-deals.json');
const { companies, deals } = JSON.parse(bytes.toString());
const figure = Figure.open(bytes, false, 1, 5, 10_000, 6, false);
while (!figure.search(1000));
figure.arrange(960, 640);

/** More than the scene takes. */
const out = new Float32Array(1 << 16);

/** @param {() => void} work */
function took(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Filters, finds, ranks, and makes the scene. @param {string[]} parts */
function step(parts) {
  figure.filter(parts);
  while (!figure.search(1000));
  figure.scene(960, 640, 1, 480, 320, false, out);
}

const months = [...new Set(deals.map((/** @type {any} */ deal) => deal.date?.slice(0, 7)))].filter(Boolean);
const without = [...companies, ...deals].map((/** @type {any} */ one) => one.id);
const kinds = {
  'a step of the date slider': months.map((month) => () => step(['until', String(month)])),
  'leaving out a company or a deal': without.map((id) => () => step(['without', id])),
  'the same, with the share of money in loops': without.map((id) => () => {
    step(['without', id]);
    while (!figure.weigh(1000));
  }),
};
const rows = Object.entries(kinds).map(([name, steps]) => {
  for (const work of steps) work();
  const times = steps.map(took).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  return `| ${name} | ${times.length} | ${middle.toFixed(2)} | ${(times.at(-1) ?? 0).toFixed(2)} |`;
});
console.log(`Node.js ${process.versions.node}; milliseconds.\n`);
console.log('| the AI deals | times | median | longest |\n| --- | --: | --: | --: |');
console.log(rows.join('\n'));
