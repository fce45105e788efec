import { readFileSync } from 'node:fs';
const [pkg] = process.argv.slice(2);
const mod = await import(pkg + '/deal_network.js');
mod.initSync({ module: readFileSync(pkg + '/deal_network_bg.wasm') });
const graphs = {};
const complete = (n) => { const f = [], t = []; for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) if (a !== b) { f.push(a); t.push(b); } return [n, f, t]; };
graphs.K20 = complete(20);
graphs.K100 = complete(100);
const ring = (n, p) => [n, [...Array(n).keys()].map(p), [...Array(n).keys()].map((i) => p((i + 1) % n))];
graphs.ring = ring(100000, (i) => i);
graphs.ringMixed = ring(100000, (i) => (i * 7919) % 100000);
let seed = 1n;
const next = (n) => { seed = (seed * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n); return Number((seed >> 33n) % BigInt(n)); };
const random = (n, m) => { const f = [], t = []; for (let i = 0; i < m; i++) { f.push(next(n)); t.push(next(n)); } return [n, f, t]; };
graphs.dense = random(300, 20000);
graphs.sparse = random(10000, 50000);
for (const name of ['deal200','deal5000', 'gnm5000_3']) { const g = JSON.parse(readFileSync('/tmp/cyc/ours/' + name + '.json')); graphs[name] = [g.companies, g.from, g.to]; }
for (const [name, [n, f, t]] of Object.entries(graphs)) for (const len of [5, 8, 0]) {
  const l = new mod.Loops(n, new Uint32Array(f), new Uint32Array(t));
  const s = performance.now();
  const r = l.bounded(len, 1000000);
  console.log(name, len, (performance.now() - s).toFixed(0), r.slice(0, 150));
}
