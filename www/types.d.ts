/** Shapes that cross from the wasm module (`src/wasm`) or travel between the modules of the shell. */

export type Kind = 'loop' | 'company' | 'deal';

/** What a reader looks at or has chosen. */
export interface Target {
  kind: Kind;
  id: string;
}

export type Basis = 'committed' | 'up_to' | 'about' | 'per_year' | 'valuation' | 'estimate';

/** What stands in a sentence, formatted in the page's language. */
export type Plain =
  | string
  | { company: string; label: string }
  | { money: number; unit: string }
  | { date: string }
  | { count: number }
  | { share: number };

/** What a link to a view says; nothing where the figure is as it comes. */
export interface State {
  /** Parts of the filter: `statuses=signed,closed&minAmount=5e9`. */
  filter: string;
  /** `2025`, `2025-09` or `2025-09-22`. */
  until: string;
  /** What is chosen: `loop:amazon>openai`, `company:nvidia`, `deal:d17`. */
  focus: string;
  /** How many companies are shown, or `all`. */
  widen: string;
  /** How near the reader is, and what is in the middle: `2,0.25,0.5`. */
  aim: string;
}

/** How a picture is made. */
export interface PictureOptions {
  /** `light` by default. */
  theme?: 'light' | 'dark';
  /** Pixels of a PNG file for one of the figure; 2 by default. */
  scale?: number;
}

/** The figure and its list are there. */
export interface Ready {
  loops: LoopRow[];
  /** What was wrong with rows that were left out or repaired. */
  diagnostics: Diagnostic[];
}

/** The reader sees another view. */
export interface Viewed extends State {
  /** The reader is still on the way: the camera turns, or dates play. */
  passing: boolean;
}

/** A sentence is an array of these: what stands in it, and places in the table of sentences with their slots. */
export type Piece = Plain | { say: number; parts: Piece[][] };

export interface Diagnostic {
  severity: 'error' | 'warning';
  code: string;
  line: number | null;
  column: number | null;
  row: number | null;
  path: string | null;
  field: string | null;
  message: string;
  text: string;
}

export interface LoopArc {
  from: string;
  to: string;
  amount: number | null;
  state: 'full' | 'partly' | 'undisclosed';
  ceiling: boolean;
  approximate: boolean;
  /** The part that is signed and no ceiling, or said to be unconditional. */
  firm: number | null;
  status: string;
  confidence: string;
  deals: string[];
}

/** A loop, as in the JSON of `deal-network loops --format json`. */
export interface LoopRow {
  id: string;
  name: string;
  companies: string[];
  length: number;
  smallestArc: number | null;
  exact: boolean;
  /** Marks of the smallest arc, and its firm part. */
  partly: boolean;
  ceiling: boolean;
  approximate: boolean;
  firm: number | null;
  /** Unless `exact` it is "at least". */
  total: number | null;
  totalCeiling: boolean;
  totalApproximate: boolean;
  totalFirm: number | null;
  undisclosedArcs: number;
  status: string;
  confidence: string;
  first: string | null;
  completeSince: string | null;
  /** The ids of the deals by which it became complete. */
  closedBy: string[];
  /** Whether the dates of its deals allow value to be passed on round it once; null if that is not known. */
  timeRespecting: boolean | null;
  slot: number | null;
  arcs: LoopArc[];
}

export interface LoopReport {
  complete: boolean;
  stoppedBy: null | 'loops' | 'steps' | 'cancelled';
  maxLength: number;
  counted: number;
  byLength: Record<string, number>;
  loops: LoopRow[];
}

export interface LoopCard {
  row: LoopRow;
  /** How big it is. */
  figure: Piece[];
  /** What goes each way. */
  sentence: Piece[];
  /** When its deals came. */
  time: Piece[];
  /** The editor's. */
  note: string;
  legs: { from: string; to: string; sentence: Piece[]; deals: string[] }[];
}

export interface CompanyCard {
  id: string;
  name: string;
  label: string;
  category: string;
  country: string;
  ticker: string;
  homepage: string;
  note: string;
  given: string[];
  received: string[];
  /** By rank, at most 100. */
  loops: string[];
}

export interface Source {
  title: string;
  url: string;
  date: string;
  class: string;
}

export interface DealCard {
  id: string;
  from: string;
  to: string;
  kind: string;
  kindLabel: Piece[];
  status: string;
  statusLabel: Piece[];
  date: string | null;
  amount: number | null;
  firm: number | null;
  basis: Basis;
  amountText: string;
  /** The amount with its meaning: "up to $14 billion"; words if it is undisclosed. */
  sum: Piece[];
  termYears: number | null;
  confidence: string;
  supersededBy: string | null;
  /** The successor is live, so that this amount is not counted. */
  replaced: boolean;
  title: string;
  note: string;
  sentence: Piece[];
  live: boolean;
  whyNot: Piece[];
  sources: Source[];
}

export interface Cards {
  loop: LoopCard;
  company: CompanyCard;
  deal: DealCard;
}

export interface Meta {
  title: string;
  headline: string;
  description: string;
  note: string;
  asOf: string;
  unit: string;
}

export interface Summary {
  headline: Piece[];
  summary: Piece[];
  /** What the filter counts; empty under the default filter. */
  filtered: Piece[];
  shown: Piece[];
  how: Piece[];
  disclaimer: Piece[];
  alt: Piece[];
  instructions: Piece[];
}

/** After the bytes of the document; in an order, because objects cost more bytes in the module. */
export type FigureOptions = [
  /** How many times as large as usual a document may be. */
  times: number,
  /** In companies; 0 for no bound. */
  maxLength: number,
  maxLoops: number,
  topLoops: number,
  small: boolean,
];

/** A class of amounts. */
export interface LegendRow {
  /** The smallest amount of the class; null for undisclosed. */
  least: number | null;
  /** Width of the bed, in CSS pixels. */
  width: number;
  /** Radius of a company with that value in and out, in CSS pixels. */
  radius: number;
}

export interface Counts {
  /** Companies of the document. */
  companies: number;
  /** Deals of the document. */
  deals: number;
  /** Companies of the overview that are shown. */
  shown: number;
  /** Companies with a deal that counts. */
  live: number;
  /** Companies of the first picture. */
  first: number;
  /** Texts that scenes refer to. */
  texts: number;
}

/** One network in the wasm module. Whoever makes it frees it. */
export interface Figure {
  constructor: FigureClass;
  free(): void;
  search(budgetMs: number): boolean;
  report(top: number): LoopReport;
  meta(): Meta;
  summary(): Summary;
  card<K extends Kind>(kind: K, id: string): Cards[K] | null;
  companies(): CompanyCard[];
  deals(): DealCard[];
  legend(): LegendRow[];
  /** The ids of the companies in the picture. */
  picture(): string[];
  counts(): Counts;
  widen(count: number): void;
  /** `step` moves what was on this stage before to its new place. */
  arrange(width: number, height: number): void;
  /** One tick of 1/60 s; true while something moves. */
  step(): boolean;
  /** Moves the chosen loop onto a ring of its own, or everything back to where it was. Another choice rolls it up. */
  unroll(unrolled: boolean): void;
  /** Holds a company at a place in layout units, or lets go of it: it stays there. For '', all that were moved come back. */
  pin(company: string, ...at: [x: number, y: number] | []): void;
  /** Left, top, right, bottom, in layout units. */
  bounds(): number[];
  /** What the reader looks at in passing, or chose. True if the picture has changed and is to be arranged anew. */
  look(kind: Kind | 'none', id: string, chosen: boolean): boolean;
  /** How many floats the scene takes; `out` stays as it is if it is shorter. */
  scene(
    width: number,
    height: number,
    scale: number,
    x: number,
    y: number,
    small: boolean,
    out: Float32Array,
  ): number;
  texts(): string[];
  pick(x: number, y: number, slop: number): Target | null;
}

/** A figure at the desk. */
export interface Study extends Figure {
  /**
   * Parts of the filter, each followed by its words: `kinds`, `statuses`, `confidences`, `minConfidence`, `until`,
   * `minAmount`, `undisclosed`, `without`; what is not named is as by default. Then `search`. Throws a sentence.
   */
  filter(parts: string[]): void;
  choices(): Choices;
  /** Weighs for so many milliseconds what could be arranged in loops; true when done. */
  weigh(budgetMs: number): boolean;
  weighed(): Weighed | null;
  /** Compares with so many random networks; true when done. */
  compare(samples: number, budgetMs: number): boolean;
  compared(): Compared | null;
}

/** Something a reader can filter by. */
export interface Choice {
  /** As in files. */
  name: string;
  label: Piece[];
  chosen: boolean;
  /** Deals that would count if it were the only one of its list. */
  count: number;
}

export interface Choices {
  kinds: Choice[];
  statuses: Choice[];
  confidences: Choice[];
  /** Deals that count. */
  live: number;
  /** From when to when deals are dated that make arrows. */
  first: string | null;
  last: string | null;
}

/** A part of the money that could be arranged in loops. */
export interface Circular {
  total: number;
  circular: number;
  share: number;
  undisclosedArcs: number;
}

export interface Weighed {
  circularity: Circular & { strictest: Circular; net: { company: string; net: number }[] };
  split: { loop: string; amount: number }[];
  sentence: Piece[];
  splitSentence: Piece[];
}

export interface Comparison {
  observed: number;
  mean: number;
  spread: number;
  fewer: number;
  equal: number;
  more: number;
  atLeast: number;
}

export interface Compared {
  significance: {
    samples: number;
    stoppedBy: string | null;
    cut: number;
    loops: Comparison;
    pairs: Comparison;
  };
  sentence: Piece[];
}

export interface FigureClass {
  /** Nothing for a document of which there is something to say, unless the desk has said it (`checked`). */
  open(bytes: Uint8Array, checked: boolean, ...options: FigureOptions): Figure | undefined;
  /** A panic has broken the instance that its figures live in. */
  broken?: boolean;
}

/** A scene as it was drawn, in CSS pixels. */
export interface Shot {
  scene: Float32Array;
  width: number;
  height: number;
  texts: string[];
}

/** What the stage shows now, and what it is painted with: whoever wants a picture of it need not fetch that again. */
export interface Seen extends Shot {
  font: string;
  palette: Record<'light' | 'dark', Record<string, string>>;
  /** Names of roles by their codes. */
  roles: string[];
  paint: typeof import('./paint.js').paint;
}

/** What becomes an SVG file: a scene, and what it says in words. */
export interface Picture extends Shot {
  theme: 'light' | 'dark' | 'auto';
  title: string;
  description: string;
  loops: string[];
  font: string;
}

/** screen = layout * scale + (x, y), in CSS pixels. */
export interface Camera {
  scale: number;
  x: number;
  y: number;
}

/** Colours by role code, and the font of all drawn text. */
export interface Theme {
  roles: string[];
  font: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'deal-network': import('./element.js').DealNetwork;
  }
  // They bubble: the document and the window hear them, too.
  interface GlobalEventHandlersEventMap {
    'deal-network-ready': CustomEvent<Ready>;
    'deal-network-select': CustomEvent<Target | null>;
    'deal-network-view': CustomEvent<Viewed>;
    'deal-network-error': CustomEvent<{ message: string }>;
  }
}
