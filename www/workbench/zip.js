// Files as one: a ZIP archive in which they are stored as they are, without dates, so that the same files are the same
// bytes. Pure. As in PKWARE's APPNOTE.TXT, 4.3.

/** A file that can be saved. @typedef {{ name: string, bytes: Uint8Array }} File */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The version that reads stored files, and the sign that names are UTF-8. */
const VERSION = 10;
const UTF8 = 1 << 11;
/** The first day that the format knows. */
const DATE = (1 << 5) | 1;

/**
 * @param {readonly File[]} files
 * @returns {Uint8Array}
 */
export function zip(files) {
  const central = [];
  const parts = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const named = new TextEncoder().encode(name);
    const about = numbers([VERSION, 2], [UTF8, 2], [0, 2], [0, 2], [DATE, 2], [checksum(bytes), 4]).concat(
      numbers([bytes.length, 4], [bytes.length, 4], [named.length, 2], [0, 2]),
    );
    central.push(
      ...numbers([CENTRAL, 4], [VERSION, 2]).concat(about, numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4])),
      ...named,
    );
    const head = Uint8Array.from([...numbers([LOCAL, 4]), ...about, ...named]);
    parts.push(head, bytes);
    at += head.length + bytes.length;
  }
  const count = files.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [at, 4], [0, 2]);
  parts.push(Uint8Array.from(central), Uint8Array.from(end));
  return joined(parts);
}

/**
 * Numbers as bytes, the lowest first.
 *
 * @param {...[value: number, bytes: number]} values
 * @returns {number[]}
 */
function numbers(...values) {
  return values.flatMap(([value, bytes]) =>
    Array.from({ length: bytes }, (_, byte) => (value >>> (8 * byte)) & 255),
  );
}

/** The cyclic redundancy check of the format. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
