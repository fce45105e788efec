/** The module after `gzip`, in base64. The release build writes `module.js`; the page of the sources has none. */
export const MODULE: string;
