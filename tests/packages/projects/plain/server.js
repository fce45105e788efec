// What a program on a server may do: import, ask whether there is a page, and go on.
import { DealNetwork } from 'deal-network';
import { DealNetwork as Element } from 'deal-network/element';
import { DealNetwork as Single } from 'deal-network/deal-network.min.js';
import manifest from 'deal-network/custom-elements.json' with { type: 'json' };
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const wasm = await readFile(fileURLToPath(import.meta.resolve('deal-network/wasm')));
console.log(
  JSON.stringify({
    same: DealNetwork === Element,
    single: typeof Single,
    attributes: DealNetwork.observedAttributes,
    module: WebAssembly.validate(wasm),
    tag: manifest.modules[0].declarations[0].tagName,
    dom: 'document' in globalThis,
  }),
);
