import type { Sex } from "@kinward/domain/people";
import { familyWords } from "../../../messages/en/family.ts";
import { Symbol } from "./Symbol.tsx";
import type { FamilyDay, PersonOn } from "./present.ts";

const words = familyWords.legend;

const sample = (sex: Sex | undefined, more: Partial<PersonOn["on"]> = {}, role = "PARENT") =>
  ({
    person: { sex, role },
    on: { isUnborn: false, isDead: false, isMember: true, ...more },
    age: "",
  }) as unknown as PersonOn;

/** What the symbols mean, and who lives in which household. */
export function Legend({ shown }: { shown: FamilyDay }) {
  const isThere = (test: (one: PersonOn) => boolean) => shown.people.some(test);
  const rows = [
    { text: words.female, one: sample("FEMALE"), show: true },
    { text: words.male, one: sample("MALE"), show: true },
    {
      text: words.other,
      one: sample(undefined),
      show: isThere(
        ({ person, on }) => person.sex !== "FEMALE" && person.sex !== "MALE" && !on.isUnborn,
      ),
    },
    { text: words.child, one: sample("FEMALE", {}, "CHILD"), show: true },
    {
      text: words.dead,
      one: sample("MALE", { isDead: true }),
      show: isThere(({ on }) => on.isDead),
    },
    {
      text: words.unborn,
      one: sample(undefined, { isUnborn: true }),
      show: isThere(({ on }) => on.isUnborn),
    },
  ].filter(({ show }) => show);
  return (
    <div className="kin-legend">
      <h3>{words.title}</h3>
      <ul>
        {rows.map(({ text, one }) => (
          <li key={text}>
            <svg className="kin" width={24} height={24} viewBox="-25 -25 50 50" aria-hidden>
              <Symbol x={0} y={0} one={one} />
            </svg>
            {text}
          </li>
        ))}
        {shown.couples.some((couple) => couple.isOver) && (
          <li>
            <svg className="kin" width={24} height={24} viewBox="-12 -12 24 24" aria-hidden>
              <path className="kin-line" d="M-11 0H11M-6 8l8 -16M0 8l8 -16" />
            </svg>
            {words.ended}
          </li>
        )}
      </ul>
      <ul className="kin-homes">
        {shown.households.map((household) => (
          <li key={household.id} data-home={household.setting === "PARENTAL_HOME"}>
            {household.text}
          </li>
        ))}
        {!shown.households.some(({ setting }) => setting === "PARENTAL_HOME") && (
          <li className="muted">{words.noHousehold}</li>
        )}
      </ul>
    </div>
  );
}
