/** What the layout needs to know of a family: nothing about lines, words or days. */
export interface LayoutPerson {
  readonly id: string;
  /** Of two alone the man stands left, as is the custom of genograms. */
  readonly isMale: boolean;
}
export interface LayoutCouple {
  readonly partners: readonly string[];
  /** The eldest first. */
  readonly children: readonly string[];
}
export interface LayoutFamily {
  readonly people: readonly LayoutPerson[];
  readonly couples: readonly LayoutCouple[];
  /** Someone without any line, and a person of the same generation. */
  readonly peers: readonly (readonly [string, string])[];
  /** Who stands below the first row although nothing says below whom: children without any line. */
  readonly lower: readonly string[];
}

/** A place in a row: a person, or the way that a line of descent takes between two people. */
export interface Item {
  readonly id: string;
  readonly width: number;
  readonly isPerson: boolean;
}
/** Someone with those bound to them on either side, the nearest first. */
export interface Hub {
  readonly id: string;
  readonly left: readonly Spoke[];
  readonly right: readonly Spoke[];
}
/** A couple as seen from one partner: the way down to its children, and the other partner with whoever hangs on them. */
export interface Spoke {
  readonly way?: string;
  readonly hub?: Hub;
}
/** People who are bound by couples, with the ways down between them; moved as one. A way that only passes has no hub. */
export interface Block {
  readonly hub?: Hub;
  readonly items: readonly Item[];
}
export type Row = readonly Block[];

/** A couple that is drawn in a row. */
export interface Bond {
  readonly couple: number;
  readonly row: number;
  readonly partners: readonly string[];
  readonly way?: string;
}

/** From a way down to someone, or a further way, in the next row. */
export interface Descent {
  readonly couple: number;
  readonly row: number;
  readonly from: string;
  readonly to: readonly string[];
}

/** Sizes in pixels of the drawing at its natural size. */
export const SIZE = {
  /** Half of a symbol. */
  symbol: 22,
  column: 116,
  label: 108,
  lineHeight: 16,
  /** Name, place, and what someone is to the chosen person. */
  labelLines: 3,
  way: 14,
  gap: 8,
  lane: 10,
  margin: 14,
} as const;

export interface DrawnPerson {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Top of the words below the symbol. */
  readonly labelY: number;
}
export interface Segment {
  readonly couple: number;
  readonly kind: "UNION" | "DESCENT";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly people: readonly DrawnPerson[];
  readonly segments: readonly Segment[];
  /** Where a couple's line is crossed out when it is over. */
  readonly slashes: readonly { readonly couple: number; readonly x: number; readonly y: number }[];
  /** For each couple with children: where its line leads down, below the symbols and below the words. */
  readonly ways: readonly {
    readonly couple: number;
    readonly x: number;
    readonly unionY: number;
    readonly descentY: number;
  }[];
  /** Ids of everyone in a row, from left to right. */
  readonly rows: readonly (readonly string[])[];
}
