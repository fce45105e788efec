// quick
import { readFileSync } from 'node:fs';
const [pkg, graphs] = process.argv.slice(2);
const mod = await import(pkg + '/deal_network.js');
mod.initSync({ module: readFileSync(pkg + '/deal_network_bg.wasm') });
const time = (f, runs) => {
  const t = [];
  let r;
  for (let i = 0; i < runs; i++) { const s = performance.now(); r = f(); t.push(performance.now() - s); }
  t.sort((a, b) => a - b);
  return [r, t[runs >> 1].toFixed(2), t[0].toFixed(2)];
};
for (const [name, len, what, runs] of [['deal50', 0, 'all', 31], ['deal200', 8, 'all', 31], ['gnm1000_3', 8, 'all', 31], ['deal1000', 8, 'all', 31],['gnm5000_3', 8, 'all', 7], ['deal200', 8, 'pages', 31], ['deal5000', 8, 'pages', 3],['deal200', 8, 'top', 31],['deal1000', 8, 'top', 31],['deal5000', 8, 'top', 31],['gnm5000_3', 8, 'top', 31]]) {
  const g = JSON.parse(readFileSync(`${graphs}/${name}.json`));
  const l = new mod.Loops(g.companies, new Uint32Array(g.from), new Uint32Array(g.to), BigUint64Array.from(g.amounts ?? g.from.map((_, i) => (i * 7919 * 31337) % 1000003), BigInt));
  const [r, med, best] = time(() => l[what](len), runs);
  const [steps, c] = what === 'top' ? [l.top_steps(len), time(() => l.top_create(len), 31)[1]] : what=='pages' && name=='deal5000' ? [0,0] : [time(() => l.steps(len), 1)[0], time(() => l.create(len), 31)[1]]
  console.log(steps, 'create', c, name, len, what, r, 'median', med, 'best', best, 'M/s', (r / med / 1000).toFixed(1));
}
