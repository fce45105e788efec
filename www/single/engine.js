// Stands in for `engine.js` and `large.js` in the single file: one module has all that the three have, and is inside once.
export { engine } from '../desk.js';
