// Colours by role. The same tables stand in `src/theme.rs` for the SVG writer; a test compares them.

/** @typedef {import('./types.js').Theme} Theme */

export const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Role names by role code, as in an encoded scene. `on-x` is text upon x. */
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
  'on-accent',
  ...SLOTS.map((slot) => `loop-${slot}`),
  ...SLOTS.map((slot) => `on-loop-${slot}`),
  'bed-fill',
];

/**
 * The roles of the scene, and `muted`, `line`, `surface` and `focus` for the text around it.
 *
 * @type {Record<'light' | 'dark', Record<string, string>>}
 */
export const PALETTE = {
  light: {
    bed: '#7d848c',
    'bed-outline': '#868d95',
    'bed-fill': '#d9dde2',
    plain: '#8f959c',
    ground: '#ffffff',
    company: '#eef0f3',
    'company-edge': '#3f464e',
    selected: '#14181d',
    label: '#14181d',
    amount: '#3f464e',
    accent: '#14181d',
    'on-accent': '#ffffff',
    muted: '#59616a',
    line: '#d9dde2',
    surface: '#f4f5f7',
    focus: '#0d14ee',
    'loop-1': '#0d14ee',
    'loop-2': '#ed6233',
    'loop-3': '#379e83',
    'loop-4': '#7201a6',
    'loop-5': '#105318',
    'loop-6': '#d457ff',
    'loop-7': '#846db7',
    'loop-8': '#ae055f',
    'on-loop-1': '#ffffff',
    'on-loop-2': '#000000',
    'on-loop-3': '#000000',
    'on-loop-4': '#ffffff',
    'on-loop-5': '#ffffff',
    'on-loop-6': '#000000',
    'on-loop-7': '#000000',
    'on-loop-8': '#ffffff',
  },
  dark: {
    bed: '#7e868f',
    'bed-outline': '#767e87',
    'bed-fill': '#3a4047',
    plain: '#666d75',
    ground: '#15171a',
    company: '#2a2f35',
    'company-edge': '#c3c9d0',
    selected: '#f2f4f6',
    label: '#f2f4f6',
    amount: '#c3c9d0',
    accent: '#f2f4f6',
    'on-accent': '#15171a',
    muted: '#a3abb4',
    line: '#343941',
    surface: '#1e2125',
    focus: '#8cf2fe',
    'loop-1': '#8cf2fe',
    'loop-2': '#ffa49f',
    'loop-3': '#0fc600',
    'loop-4': '#b187ff',
    'loop-5': '#e9ea4d',
    'loop-6': '#fd36a7',
    'loop-7': '#0f8000',
    'loop-8': '#8f00ff',
    'on-loop-1': '#15171a',
    'on-loop-2': '#15171a',
    'on-loop-3': '#15171a',
    'on-loop-4': '#15171a',
    'on-loop-5': '#15171a',
    'on-loop-6': '#15171a',
    'on-loop-7': '#ffffff',
    'on-loop-8': '#ffffff',
  },
};

/** System colours for readers who force theirs: strokes become text, numbers remain. */
const FORCED = {
  ground: 'Canvas',
  company: 'Canvas',
  'bed-fill': 'Canvas',
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
    .map((role) => `--_${role}:${forced(role)};`)
    .join('');
}

/** @param {string} role */
function forced(role) {
  if (role.startsWith('on-')) return 'Canvas';
  return /** @type {Record<string, string>} */ (FORCED)[role] ?? 'CanvasText';
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
