// The instances of a wasm module: one for all widgets of a page, until it breaks.
import { compiled } from './compiled.js';

/**
 * Once per page: success is remembered, failure forgotten, so that "Try again" does try again.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function once(load) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return () => {
    loading ??= load().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

/**
 * The page's one instance of a module. After a panic its memory cannot be trusted, and its class `Figure` is marked as
 * `broken`: then another instance takes its place, compiled anew, and the old one goes with its last object.
 *
 * @template {{ Figure: { broken?: boolean } }} T
 * @param {(module: WebAssembly.Module) => Promise<T>} instantiate
 * @param {() => URL} address
 * @returns {() => Promise<T>}
 */
export function shared(instantiate, address) {
  const begin = () => once(async () => instantiate(await compiled(address())));
  let instance = begin();
  /** @type {T | null} */
  let last = null;
  return async () => {
    if (last?.Figure.broken) [instance, last] = [begin(), null];
    return (last = await instance());
  };
}
