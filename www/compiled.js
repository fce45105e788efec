// Loading a wasm module.

/**
 * The module at an address. Streaming insists on the right content type, and nothing after it, which many static
 * hosts do not send.
 *
 * @param {URL} address
 */
export async function compiled(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
