/** Widths of letters of the app's typeface at 13 pixels, generous, so that words never reach into a neighbor's. */
const NARROW = /[ijlI.,'’ ]/u;
const WIDE = /[mwMW@%]/u;

export const textWidth = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum + (NARROW.test(sign) ? 4.6 : WIDE.test(sign) ? 12.6 : /[A-Z]/u.test(sign) ? 9.4 : 7.9),
    0,
  );

/** A text cut to a width in pixels, with an ellipsis where something is left out. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = [...text];
  while (kept.length > 1 && textWidth(`${kept.join("")}…`) > width) kept = kept.slice(0, -1);
  return `${kept.join("").trimEnd()}…`;
}
