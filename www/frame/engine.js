// Stands in for `engine.js` in the iframe page: the desk has all that the reader's module has, and so it is inlined alone.
export { engine } from '../desk.js';
