// What a release adds to the files of a figure. The same as in `src/embed/beside.rs`.

/** What the page around a frame and that around the element load. */
export const BESIDE = ['frame-loader.js', 'deal-network.css'];

/** The folder with the program, and what is in it, as it lies beside this page. */
export const WIDGET = 'widget/';
export const WIDGET_FILES = [
  'deal-network.js',
  'desk.js',
  'large.js',
  'tools.js',
  'pkg/deal_network_bg.wasm',
  'pkg/deal_network_desk_bg.wasm',
  'pkg/deal_network_large_bg.wasm',
];
