// What a reader may ask for beyond the figure and its list; fetched when it is asked for. A file of its own.
import { SENTENCES } from './sentences.js';
import { STUDY } from './tools/sentences.js';

export { dates } from './tools/dates.js';
export { dealTable } from './tools/deals.js';
export { filters } from './tools/filters.js';
export { find } from './tools/find.js';
export { loopTable } from './tools/loops.js';
export { orderOf } from './tools/order.js';
export { png, svg } from './tools/picture.js';
export { ring } from './tools/ring.js';
export { save } from './tools/save.js';
export { sheetFor } from './tools/style.js';
export { how } from './tools/how.js';
export { study } from './tools/study.js';
export { STUDY } from './tools/sentences.js';
export { View } from './view.js';

// In the release this file has a table of its own.
Object.assign(SENTENCES, STUDY);
