// Stands in for `large.js` in the iframe page without the module for large networks.
import { Failure } from '../failure.js';

/** @returns {Promise<import('../types.js').FigureClass>} */
export async function engine() {
  throw new Failure(
    'unreadable',
    new Error('this page takes up to 250 companies, frame-large.html takes more'),
  );
}
