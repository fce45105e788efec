// Colours by role. The same tables stand in `src/theme.rs` for the SVG writer; a test compares them.

/** @typedef {import('./types.js').Theme} Theme */

/** Role names by role code, as in an encoded scene. */
export const ROLES = [
  'bed',
  'bed-outline',
  'plain',
  'ground',
  'company',
  'company-edge',
  'selected',
  'label',
  'amount',
  'accent',
  'badge-text',
  'loop-1',
  'loop-2',
  'loop-3',
  'loop-4',
  'loop-5',
  'loop-6',
  'loop-7',
  'loop-8',
];

/** What the page around the drawing needs besides. */
export const PAGE_ROLES = ['muted', 'line', 'surface', 'focus'];

/** @type {Record<'light' | 'dark', Record<string, string>>} */
export const PALETTE = {
  light: {
    bed: '#8d939c',
    'bed-outline': '#8d939c',
    plain: '#8d939c',
    ground: '#ffffff',
    company: '#e9ebee',
    'company-edge': '#5b626c',
    selected: '#16181c',
    label: '#16181c',
    amount: '#3d434c',
    accent: '#16181c',
    'badge-text': '#ffffff',
    'loop-1': '#130dfe',
    'loop-2': '#e543a8',
    'loop-3': '#155028',
    'loop-4': '#198fff',
    'loop-5': '#9c762b',
    'loop-6': '#7f0a8c',
    'loop-7': '#ed6233',
    'loop-8': '#379e83',
    muted: '#595f69',
    line: '#dcdfe3',
    surface: '#f5f6f7',
    focus: '#130dfe',
  },
  dark: {
    bed: '#767d87',
    'bed-outline': '#767d87',
    plain: '#6a717b',
    ground: '#15171a',
    company: '#2a2e34',
    'company-edge': '#a2a9b3',
    selected: '#f2f4f6',
    label: '#f2f4f6',
    amount: '#c3c8cf',
    accent: '#f2f4f6',
    'badge-text': '#15171a',
    'loop-1': '#57aafa',
    'loop-2': '#ff539b',
    'loop-3': '#009200',
    'loop-4': '#ffaf01',
    'loop-5': '#9d14f2',
    'loop-6': '#23ffc1',
    'loop-7': '#ffa49f',
    'loop-8': '#e9ea4d',
    muted: '#a4abb5',
    line: '#343941',
    surface: '#1d2024',
    focus: '#57aafa',
  },
};

/** System colours for readers who force theirs: strokes become text, numbers remain. */
const FORCED = {
  ground: 'Canvas',
  company: 'Canvas',
  'badge-text': 'Canvas',
  selected: 'Highlight',
  focus: 'Highlight',
  surface: 'Canvas',
};

/**
 * The declarations of a palette: `--_x` is what the sheet and the painter use, `--deal-network-x` what a page may set.
 *
 * @param {'light' | 'dark'} name
 */
export function declarations(name) {
  return Object.entries(PALETTE[name])
    .map(([role, colour]) => `--_${role}:var(--deal-network-${role},${colour});`)
    .join('');
}

/** The declarations under forced colours, which no page overrides. */
export function forcedDeclarations() {
  return Object.keys(PALETTE.light)
    .map((role) => `--_${role}:${/** @type {Record<string, string>} */ (FORCED)[role] ?? 'CanvasText'};`)
    .join('');
}

/**
 * Reads the theme that holds at an element now.
 *
 * @param {Element} element
 * @returns {Theme}
 */
export function themeOf(element) {
  const style = getComputedStyle(element);
  return {
    roles: ROLES.map((role) => style.getPropertyValue(`--_${role}`).trim()),
    font: style.getPropertyValue('--_font').trim(),
  };
}

/**
 * Which text stands on a badge of this colour: dark or light, whichever has more contrast (WCAG 2 luminance).
 *
 * @param {string} colour `#rrggbb`
 */
export function textOn(colour) {
  const light = luminance(colour) + 0.05;
  return 1.05 / light >= light / 0.0555 ? '#ffffff' : '#0d0e10';
}

/** @param {string} colour */
export function luminance(colour) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
