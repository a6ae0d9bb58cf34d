import type { BalancePoint } from "@kinward/domain/views";

export interface Chart {
  readonly width: number;
  readonly height: number;
  /** The line of the balance at the end of each day or month. */
  readonly line: string;
  /** From the lowest to the highest balance of each. */
  readonly bands: readonly {
    readonly on: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Horizontal lines with their balance; 0 is among them. */
  readonly levels: readonly { readonly balance: number; readonly y: number }[];
  /** Places of the names of days or months. */
  readonly ticks: readonly { readonly on: string; readonly x: number; readonly anchor: Anchor }[];
}
type Anchor = "start" | "middle" | "end";

const TOP = 26;
const BOTTOM = 44;
const LEFT = 34;
const RIGHT = 6;
const LEVELS = 6;

/** Where everything of a balance picture stands, in pixels. */
export function layOut(points: readonly BalancePoint[], width: number, height = 240): Chart {
  const reach = Math.max(1, ...points.flatMap((point) => [point.high, -point.low]));
  const step = Math.ceil((2 * reach) / LEVELS);
  const top = Math.ceil(reach / step) * step;
  const room = height - TOP - BOTTOM;
  const y = (balance: number) => round(TOP + ((top - balance) / (2 * top)) * room);
  const each = (width - LEFT - RIGHT) / Math.max(1, points.length);
  const middle = (at: number) => round(LEFT + each * (at + 0.5));
  const band = Math.max(2, Math.min(14, each - 2));
  const levels: Chart["levels"][number][] = [];
  for (let balance = -top; balance <= top; balance += step) levels.push({ balance, y: y(balance) });
  return {
    width,
    height,
    line: points
      .map((point, at) => `${at === 0 ? "M" : "L"}${middle(at)} ${y(point.close)}`)
      .join(""),
    bands: points.map((point, at) => ({
      on: point.on,
      x: round(middle(at) - band / 2),
      y: y(point.high),
      width: round(band),
      height: Math.max(2, round(y(point.low) - y(point.high))),
    })),
    levels,
    ticks: tickPlaces(points.length, width).map((at, place, all) => ({
      on: points[at]?.on ?? "",
      x: middle(at),
      anchor:
        all.length === 1
          ? "middle"
          : place === 0
            ? "start"
            : place === all.length - 1
              ? "end"
              : "middle",
    })),
  };
}

/** First, last, and as many between as have room. */
function tickPlaces(count: number, width: number): readonly number[] {
  const fits = Math.max(2, Math.floor(width / 130));
  if (count <= 1) return count === 1 ? [0] : [];
  const shown = Math.min(count, fits);
  return [
    ...new Set(
      Array.from({ length: shown }, (_, at) => Math.round((at * (count - 1)) / (shown - 1))),
    ),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
