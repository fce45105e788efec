// A picture of lines as pictures of points, drawn by the browser.

/** Sizes of files for one of the picture. */
const FILES = /** @type {const} */ ([
  ['figure.png', 1],
  ['figure@2x.png', 2],
]);

/**
 * @param {string} svg
 * @returns {Promise<import('./zip.js').File[]>}
 */
export async function pictures(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await Promise.all(
      FILES.map(async ([name, ratio]) => ({ name, bytes: await points(image, ratio) })),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {HTMLImageElement} image
 * @param {number} ratio
 * @returns {Promise<Uint8Array>}
 */
async function points(image, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * ratio;
  canvas.height = image.naturalHeight * ratio;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!(blob instanceof Blob)) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
