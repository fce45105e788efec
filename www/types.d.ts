/** Shapes that cross from the wasm module (`src/wasm.rs`) or travel between the modules of the shell. */

export type Kind = 'loop' | 'company' | 'deal';

/** What a reader looks at or has chosen. */
export interface Target {
  kind: Kind;
  id: string;
}

export type Basis = 'committed' | 'up_to' | 'about' | 'per_year' | 'valuation' | 'estimate';

/** A sentence is an array of these: words, and values that are formatted in the page's language. */
export type Piece =
  | string
  | { company: string; label: string }
  | { money: number; unit: string }
  | { date: string }
  | { count: number }
  | { share: number };

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
  status: string;
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
  total: number | null;
  undisclosedArcs: number;
  status: string;
  first: string | null;
  completeSince: string | null;
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
  kindLabel: string;
  status: string;
  statusLabel: string;
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
  shown: Piece[];
  how: Piece[];
  disclaimer: Piece[];
  alt: Piece[];
  instructions: Piece[];
}

/** After the bytes of the document; in an order, because objects cost more bytes in the module. */
export type FigureOptions = [
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

/** One network in the wasm module. Whoever makes it frees it. */
export interface Figure {
  free(): void;
  search(budgetMs: number): boolean;
  report(top: number): LoopReport;
  meta(): Meta;
  summary(): Summary;
  loopCard(id: string): LoopCard | null;
  companyCard(id: string): CompanyCard | null;
  dealCard(id: string): DealCard | null;
  companies(): CompanyCard[];
  deals(): DealCard[];
  legend(): LegendRow[];
  /** The ids of the companies in the picture. */
  picture(): string[];
  dealCount(): number;
  shownCompanies(): number;
  liveCompanies(): number;
  firstCompanies(): number;
  widen(count: number): void;
  arrange(width: number, height: number): void;
  step(): boolean;
  pin(company: string, x: number, y: number): void;
  release(company: string): void;
  bounds(): Float32Array;
  focus(kind: Kind | 'none', id: string): boolean;
  /** True if the picture has changed and is to be arranged anew. */
  select(kind: Kind | 'none', id: string): boolean;
  scene(width: number, height: number, scale: number, x: number, y: number, small: boolean): number;
  copyScene(out: Float32Array): void;
  textCount(): number;
  texts(): string[];
  pick(x: number, y: number, slop: number): Target | null;
}

export interface FigureClass {
  /** Nothing for a document of which there is something to say, unless the desk has said it (`checked`). */
  open(bytes: Uint8Array, checked: boolean, ...options: FigureOptions): Figure | undefined;
}

/** What becomes an SVG file: a scene as it was drawn, and what it says in words. */
export interface Picture {
  scene: Float32Array;
  width: number;
  height: number;
  texts: string[];
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
}
