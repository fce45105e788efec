// Loading a wasm module.

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
 * The module at an address. Streaming insists on the right content type, which many static hosts do not send.
 *
 * @param {URL} address
 */
export async function compiled(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the engine answered ${response.status}`);
  const type = response.headers.get('content-type')?.split(';')[0]?.trim();
  return type === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
