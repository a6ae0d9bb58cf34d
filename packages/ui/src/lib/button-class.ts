export type ButtonKind = "default" | "primary" | "quiet" | "danger";
export type ButtonSize = "default" | "small";

export interface ButtonLook {
  kind?: ButtonKind | undefined;
  /** `small` (32 px) is for dense rows on a desktop; it grows with a coarse pointer. */
  size?: ButtonSize | undefined;
  /** Fills its container. */
  wide?: boolean | undefined;
  /** Square, for an icon alone; give the button an `aria-label`. */
  iconOnly?: boolean | undefined;
}

/** Class names that make a router link look like a button: `<Link className={buttonClass({ kind: "primary" })}>`. */
export function buttonClass(look: ButtonLook = {}): string {
  return [
    "btn",
    look.kind && look.kind !== "default" && `btn-${look.kind}`,
    look.size === "small" && "btn-small",
    look.wide && "btn-wide",
    look.iconOnly && "btn-icon",
  ]
    .filter(Boolean)
    .join(" ");
}
