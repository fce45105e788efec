// Addresses in data are other people's text: only plain web addresses become links.

/**
 * The address as a link may carry it, or null. Whatever spelling hides another scheme, `URL` sees through it.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * The site's name for readers.
 *
 * @param {string} href
 */
export function siteOf(href) {
  return new URL(href).hostname.replace(/^www\./, '');
}
