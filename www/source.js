// Where the deals come from: a file at an address, or what the page hands over. Always bytes in the end.
import { Failure } from './failure.js';

/** As in the core: more than this is a mistake or an attack, and would hold the page up. */
export const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Fetches a document. Sends no cookies and no referrer.
 *
 * @param {string} address relative to the page
 * @param {string} base
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export async function fetchBytes(address, base, signal) {
  let response;
  try {
    response = await fetch(new URL(address, base), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch (error) {
    throw signal.aborted ? error : new Failure('unreachable', error);
  }
  if (!response.ok) throw new Failure(response.status === 404 ? 'missing' : 'refused', response.status);
  if (Number(response.headers.get('content-length')) > MAX_BYTES) throw new Failure('large');
  let bytes;
  try {
    // Not read piece by piece: Chromium then reports a complete load as cancelled.
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw signal.aborted ? error : new Failure('unreachable', error);
  }
  if (bytes.length > MAX_BYTES) throw new Failure('large');
  return bytes;
}

/**
 * The bytes of what a page put into `element.data`: an object in the JSON format, text, or bytes. Never changed.
 *
 * @param {unknown} data
 * @returns {Uint8Array}
 */
export function bytesOf(data) {
  const bytes = convert(data);
  if (bytes.length > MAX_BYTES) throw new Failure('large');
  return bytes;
}

/**
 * @param {unknown} data
 * @returns {Uint8Array}
 */
function convert(data) {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  }
  let json;
  try {
    // Old libraries give arrays a way of their own to become JSON.
    json = JSON.stringify(data, function (key, value) {
      return Array.isArray(this[key]) ? this[key] : value;
    });
  } catch (error) {
    throw new Failure('unreadable', error);
  }
  return new TextEncoder().encode(json ?? '');
}
