/** Shapes of the explorer's workbench. */

/** A clean document, as far as the workbench looks at it: `deal-network.schema.json` has all of it. */
export interface Document {
  version: 1;
  title?: string;
  headline?: string;
  note?: string;
  asOf?: string;
  unit?: string;
  companies: Company[];
  deals: Deal[];
  loops?: LoopEntry[];
  positions?: Record<string, Place>;
}

export interface Company {
  id: string;
  name: string;
}

export interface Deal {
  id: string;
  from: string;
  to: string;
  kind: string;
  status: string;
  date?: string;
  amount?: number;
  basis?: string;
  supersededBy?: string;
  title?: string;
  sources?: { title?: string; url?: string }[];
}

/** What an editor has decided about a loop. */
export interface LoopEntry {
  id: string;
  name?: string;
  note?: string;
  pin?: boolean;
  hide?: boolean;
  order?: number | null;
}

/** In layout units. */
export type Place = [x: number, y: number];

/** What an editor has decided about a document. Never changed: another decision is another object. */
export interface Edits {
  title: string;
  headline: string;
  note: string;
  asOf: string;
  loops: readonly LoopEntry[];
  positions: ReadonlyMap<string, Place>;
}

/** Something to look at before publishing. */
export interface Finding {
  /** The name of the check. */
  check: string;
  /** Each with what it is about, as in `focus` of a view: `deal:d17`, `company:nvidia`. */
  found: string[][];
}
