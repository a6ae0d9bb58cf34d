import { useMemo, type KeyboardEvent } from "react";
import type { FamilyView } from "@kinward/domain/views";
import { familyWords as words } from "../../../messages/en/family.ts";
import { fitText } from "./fit-text.ts";
import { layOut } from "./layout/layout.ts";
import { layoutFamilyOf } from "./layout/layout-family.ts";
import { outlineOf } from "./layout/outlines.ts";
import { type Drawing, type DrawnPerson, SIZE } from "./layout/types.ts";
import { type FamilyDay, type PersonOn, spokenOf } from "./present.ts";
import { Symbol } from "./Symbol.tsx";
import "../../../styles/family.css";

export interface FamilyDrawingProps {
  family: FamilyView;
  shown: FamilyDay;
  /** What everyone is to the chosen person. */
  kin?: ReadonlyMap<string, string> | undefined;
  chosen?: string | undefined;
  /** Absent: the drawing is only looked at. */
  onChoose?: ((personId: FamilyView["people"][number]["personId"]) => void) | undefined;
  zoom?: number | undefined;
  /** Name of the drawing for screen readers. */
  label?: string | undefined;
}

/** The drawing of a family on a day. The same family always stands in the same places, whatever the day. */
export function FamilyDrawing(props: FamilyDrawingProps) {
  const { family, shown, kin, chosen, onChoose, zoom = 1 } = props;
  const drawing = useMemo(() => layOut(layoutFamilyOf(family)), [family]);
  const byId = new Map(shown.people.map((one) => [one.person.personId as string, one]));
  const { width, height } = drawing;
  return (
    <svg
      className="kin"
      role={onChoose === undefined ? "img" : "group"}
      aria-label={props.label ?? words.drawing}
      width={Math.round(width * zoom)}
      height={Math.round(height * zoom)}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Grounds drawing={drawing} shown={shown} lines={kin === undefined ? 2 : SIZE.labelLines} />
      {drawing.segments.map((line, index) => (
        <line
          key={index}
          className="kin-line"
          x1={line.x1}
          y1={line.y1}
          x2={line.x2}
          y2={line.y2}
        />
      ))}
      {drawing.slashes
        .filter(({ couple }) => shown.couples[couple]?.isOver)
        .map(({ couple, x, y }) => (
          <path
            key={couple}
            className="kin-line kin-over"
            d={`M${x - 6} ${y + 8}l8 -16M${x} ${y + 8}l8 -16`}
          />
        ))}
      {drawing.people.map((at) => {
        const one = byId.get(at.id);
        return one === undefined ? null : (
          <Person
            key={at.id}
            at={at}
            one={one}
            kin={kin?.get(at.id)}
            isChosen={chosen === at.id}
            onChoose={onChoose}
          />
        );
      })}
    </svg>
  );
}

/** The tinted ground of each household: drawn once wide as its edge, once as its face, so that the parts become one. */
function Grounds({ drawing, shown, lines }: { drawing: Drawing; shown: FamilyDay; lines: number }) {
  return shown.households.map((household) => {
    const outline = outlineOf(drawing, shown.couples, new Set(household.people), lines);
    return (
      <g
        key={household.id}
        className="kin-ground"
        data-home={household.setting === "PARENTAL_HOME"}
      >
        {(["edge", "face"] as const).map((part) => (
          <g key={part} className={`kin-${part}`}>
            {outline.patches.map((patch, index) => (
              <rect key={index} {...patch} rx={12} />
            ))}
            {outline.corridors.map(({ points }, index) => (
              <polyline key={index} points={points.map((point) => point.join(",")).join(" ")} />
            ))}
          </g>
        ))}
      </g>
    );
  });
}

interface PersonProps {
  at: DrawnPerson;
  one: PersonOn;
  kin: string | undefined;
  isChosen: boolean;
  onChoose: FamilyDrawingProps["onChoose"];
}

function Person({ at, one, kin, isChosen, onChoose }: PersonProps) {
  const { person, on, short, place, letter } = one;
  const choose = () => onChoose?.(person.personId);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  };
  const button =
    onChoose === undefined
      ? {}
      : {
          role: "button",
          tabIndex: 0,
          "aria-pressed": isChosen,
          "aria-label": spokenOf(one, kin),
          onClick: choose,
          onKeyDown,
        };
  const half = SIZE.column / 2 - 4;
  const lines = [
    { text: short, className: "kin-name" },
    { text: place, className: "kin-place" },
    ...(kin === undefined ? [] : [{ text: kin, className: "kin-tie" }]),
  ];
  return (
    <g
      className="kin-person"
      data-away={!on.isMember && !on.isDead && !on.isUnborn}
      data-chosen={isChosen}
    >
      <Symbol x={at.x} y={at.y} one={one} />
      {letter !== undefined && (
        <text className="kin-letter" aria-hidden x={at.x - half + 6} y={at.y - SIZE.symbol + 6}>
          {letter}
        </text>
      )}
      <g aria-hidden={onChoose !== undefined}>
        {lines.map(({ text, className }, index) => (
          <text
            key={className}
            className={className}
            x={at.x}
            y={at.labelY + (index + 0.8) * SIZE.lineHeight}
            textAnchor="middle"
          >
            {fitText(text, SIZE.label)}
          </text>
        ))}
      </g>
      {/* Last, so that it lies on top: the words are no part of the button, whose name says more. */}
      <rect
        className="kin-hit"
        x={at.x - half}
        y={at.y - SIZE.symbol - 6}
        width={2 * half}
        height={at.labelY + SIZE.labelLines * SIZE.lineHeight - at.y + SIZE.symbol + 8}
        rx={8}
        {...button}
      />
    </g>
  );
}
