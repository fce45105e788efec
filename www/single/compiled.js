// Stands in for `compiled.js` in the single file: the module is in the file itself, compressed, as text.
import { MODULE } from './module.js';

/** The module, wherever it would be: no address is asked, so that a copy of the file alone is enough. */
export async function compiled() {
  const bytes = Uint8Array.from(atob(MODULE), (sign) => sign.charCodeAt(0));
  const file = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(file).arrayBuffer());
}
