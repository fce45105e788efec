// Stands in for the browser's `fetch` in the iframe page: there, nothing is fetched. What is asked for is in the page
// itself, compressed, in a block that is named after the file.

/**
 * @param {URL} address of which only the file's name counts
 * @returns {Promise<Response>}
 */
export async function fetch(address) {
  const name = address.pathname.split('/').pop() ?? '';
  const said = document.getElementById(name)?.textContent;
  if (!said) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(said), (sign) => sign.charCodeAt(0));
  const file = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(file, { headers: { 'content-type': 'application/wasm' } });
}
