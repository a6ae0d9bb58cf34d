import { SIZE } from "./layout/types.ts";
import type { PersonOn } from "./present.ts";

const R = SIZE.symbol;

type Shape = "circle" | "square" | "diamond" | "triangle";

const shapeOf = ({ person, on }: PersonOn): Shape =>
  on.isUnborn
    ? "triangle"
    : person.sex === "FEMALE"
      ? "circle"
      : person.sex === "MALE"
        ? "square"
        : "diamond";

/** Corners of a shape of half size `r` around the middle. */
function Figure({ shape, r, className }: { shape: Shape; r: number; className: string }) {
  switch (shape) {
    case "circle":
      return <circle className={className} r={r} />;
    case "square":
      return <rect className={className} x={-r} y={-r} width={2 * r} height={2 * r} />;
    case "diamond":
      return <path className={className} d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} />;
    case "triangle":
      return <path className={className} d={`M0 ${-r}L${r} ${r}L${-r} ${r}Z`} />;
  }
}

/** Circle, square, diamond or triangle with the age; a second line for children of the case, a cross for who has died. */
export function Symbol({ x, y, one }: { x: number; y: number; one: PersonOn }) {
  const shape = shapeOf(one);
  const isChild = one.person.role === "CHILD";
  // The diagonal of a diamond and the tip of a triangle leave less room inside.
  const inner = shape === "diamond" || shape === "triangle" ? R - 7 : R - 5;
  const corner = shape === "square" ? R : R * 0.7;
  return (
    <g transform={`translate(${x} ${y})`}>
      <Figure shape={shape} r={R} className="kin-shape" />
      {isChild && shape !== "triangle" && <Figure shape={shape} r={inner} className="kin-inner" />}
      {one.on.isDead && (
        <path
          className="kin-line"
          d={`M${-corner} ${-corner}L${corner} ${corner}M${corner} ${-corner}L${-corner} ${corner}`}
        />
      )}
      {one.age !== "" && (
        <text
          className={one.on.isDead ? "kin-age kin-age-dead" : "kin-age"}
          y={shape === "triangle" ? 14 : 5}
          textAnchor="middle"
          aria-hidden
        >
          {one.age}
        </text>
      )}
    </g>
  );
}
