/** What embedding costs: very many figures on a page, and the time until a failure is told. Run by `cargo dev bench`. */

import { FAULTS, openHost } from '../browser/embed/faults.js';
import { engine, stop, withPage } from '../browser/engine.js';
import { hundred, memory, workshop } from '../browser/many.js';
import { DESKTOP } from '../browser/widget.js';

const RUNS = 5;

/** The median of some runs of something. @param {() => Promise<number>} run */
async function median(run) {
  const numbers = [];
  for (let turn = 0; turn < RUNS; turn += 1) numbers.push(await run());
  return numbers.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
}

let bytes = 0;
const ready = await median(() =>
  withPage(DESKTOP, async (page) => {
    await workshop(page);
    const took = await hundred(page);
    bytes = await memory(page);
    return took;
  }),
);

const lines = [
  `${await (await engine()).version()}.`,
  '',
  '| a hundred figures of 50 companies, 150 deals | |',
  '| --- | --: |',
  `| until all are ready | ${Math.round(ready)} ms |`,
  `| memory of WebAssembly | ${(bytes / 1024 / 1024).toFixed(1)} MiB |`,
  '',
  '| what goes wrong | told after, in ms |',
  '| --- | --: |',
];
for (const [name, answers, before] of FAULTS) {
  const told = await median(() =>
    withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, answers, before);
      await page.waitFor(() => 'told' in window);
      return page.evaluate(() => Number(Reflect.get(window, 'after')));
    }),
  );
  lines.push(`| ${name} | ${Math.round(told)} |`);
}
await stop();
console.log(lines.join('\n'));
