import type { HouseholdChange } from "../../casefile/case-file.ts";
import { ia } from "../../kernel/citation.ts";
import { findInForce } from "../../kernel/interval.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddMember, StatedBasis } from "./commands.ts";
import {
  type CaseSpan,
  dayRefusals,
  type KnownPerson,
  type Membership,
  type Recorder,
  type RosterStay,
} from "./facts.ts";
import { departmentToldOn } from "./household.ts";
import { basisRefusals } from "./stated-basis.ts";

/** What is known when someone is added. */
export interface AddMemberFacts extends Recorder {
  readonly span: CaseSpan;
  /** Someone known already. */
  readonly person?: KnownPerson;
  readonly memberships: readonly Membership[];
  readonly stays: readonly RosterStay[];
  /** Other open cases of the person: their numbers, empty where the recorder may not see the case (DEC-41). */
  readonly openCases: readonly string[];
}

export interface NewStay {
  readonly setting: AddMember["living"]["setting"];
  readonly state: string;
  readonly address?: string;
  readonly from?: PlainDate;
}

export interface NewMember {
  readonly membership: {
    readonly role: AddMember["role"];
    readonly joined: PlainDate;
    readonly confirmed: boolean;
  };
  readonly basis?: StatedBasis & { readonly on: PlainDate };
  /** Absent: the stay that is recorded already goes on. */
  readonly begins?: NewStay & { readonly confirmed: boolean };
  readonly ends?: { readonly stayId: string; readonly to: PlainDate };
  readonly household?: HouseholdChange;
}

/**
 * Someone joins an open case: a sibling who moves in, an adult of the home, a child placed later. No referral is made
 * and no turn is taken (CASE-3). Someone who is in another open case is added only after the warning was read (DEC-41).
 */
export const decideAddMember = rule(
  {
    id: "CASE-3",
    also: ["CASE-4", "CASE-5", "CASE-6", "EXP-6", "X-8"],
    cites: [ia("21"), ia("23-26"), ia("48")],
    decisions: ["DEC-41"],
  },
  (facts: AddMemberFacts, command: AddMember, today: PlainDate): Result<NewMember> => {
    const person = facts.person ?? newPerson(command);
    const refusals = [
      ...nameRefusals(command),
      ...joiningRefusals(facts, command, person, today),
      ...livingRefusals(facts, command, person, today),
      ...basisRefusals(facts.by, command, today),
    ];
    if (refusals.length > 0) return refuse(...refusals);
    const warned = command.acceptWarnings?.includes("PERSON_IN_TWO_OPEN_CASES") === true;
    if (facts.openCases.length > 0 && !warned)
      return refuse({
        code: "WARNING_NOT_ACCEPTED",
        params: {
          of: "PERSON_IN_TWO_OPEN_CASES",
          caseNumber: facts.openCases.filter((number) => number !== "").join(", "),
        },
      });
    return accept(newMember(facts, command, today));
  },
);

const newPerson = ({ birthDate, birthDateKind }: AddMember): KnownPerson => ({
  id: "" as KnownPerson["id"],
  ...(birthDate && { birthDate }),
  ...(birthDateKind && { birthDateKind }),
});

const nameRefusals = (command: AddMember): readonly Refusal[] =>
  command.personId !== undefined ||
  [command.given, command.family, command.preferred].some((part) => (part ?? "").trim() !== "")
    ? []
    : [{ code: "FIELD_REQUIRED", path: ["given"], params: { of: "name" } }];

const joiningRefusals = (
  facts: AddMemberFacts,
  { joined, birthDate, birthDateKind }: AddMember,
  person: KnownPerson,
  today: PlainDate,
): readonly Refusal[] => {
  const refusals: Refusal[] = [
    ...dayRefusals(joined, "joined", { person, recorder: facts, today }),
  ];
  const { ended } = facts.span;
  if (ended !== undefined && joined > ended)
    refusals.push({ code: "DATE_OUTSIDE_SERVICE", path: ["joined"], params: { to: ended } });
  // A membership that still runs, or ran later: someone is in the case once on a day.
  const other = facts.memberships.find(({ to }) => to === undefined || to >= joined);
  if (other !== undefined) refusals.push({ code: "PERIOD_OVERLAP", path: ["joined"] });
  if (birthDate !== undefined && birthDateKind !== "EXPECTED" && birthDate > today)
    refusals.push({ code: "DATE_IN_FUTURE", path: ["birthDate"], params: { of: "birthDate" } });
  return refusals;
};

const livingRefusals = (
  facts: AddMemberFacts,
  { living: { setting, since }, joined }: AddMember,
  person: KnownPerson,
  today: PlainDate,
): readonly Refusal[] => {
  const path = ["living", "since"];
  // Whether somebody entered the home is told by the day on which they did (EXP-6).
  if (since === undefined)
    return setting === "PARENTAL_HOME"
      ? [{ code: "FIELD_REQUIRED", path, params: { of: "since" } }]
      : [];
  const refusals: Refusal[] = dayRefusals(since, "since", { person, recorder: facts, today }).map(
    (refusal) => ({ ...refusal, path }),
  );
  if (since > joined) refusals.push({ code: "DATE_ORDER", path, params: { before: "joined" } });
  const later = facts.stays.find((stay) => stay.from !== undefined && stay.from > since);
  if (later?.from !== undefined)
    refusals.push({ code: "PERIOD_OVERLAP", path, params: { from: later.from } });
  return refusals;
};

const newMember = (facts: AddMemberFacts, command: AddMember, today: PlainDate): NewMember => {
  const { joined, role, living } = command;
  const confirmed = facts.by === "DEPARTMENT";
  const from = living.since ?? (facts.stays.length > 0 ? joined : undefined);
  const address = living.address?.trim();
  const current = findInForce(facts.stays, from ?? joined);
  const goesOn =
    current !== undefined &&
    current.setting === living.setting &&
    (current.state ?? "IA") === living.state &&
    (!address || address === current.address);
  const ends =
    current !== undefined && !goesOn && from !== undefined
      ? { stayId: current.id, to: addDays(from, -1) }
      : undefined;
  const wasHome =
    from !== undefined && findInForce(facts.stays, addDays(from, -1))?.setting === "PARENTAL_HOME";
  const began = facts.span.began;
  const entered =
    living.setting === "PARENTAL_HOME" &&
    !wasHome &&
    !goesOn &&
    from !== undefined &&
    (began === undefined || from > began);
  const told = departmentToldOn(facts, today);
  return {
    membership: { role, joined, confirmed },
    ...(command.basis && { basis: { ...command.basis, on: command.basis.on ?? joined } }),
    ...(ends && { ends }),
    ...(!goesOn && {
      begins: {
        setting: living.setting,
        state: living.state,
        ...(address && { address }),
        ...(from && { from }),
        confirmed,
      },
    }),
    ...(entered && {
      household: {
        type: "ENTERED" as const,
        date: from,
        ...(told && { notifiedDepartmentOn: told }),
      },
    }),
  };
};
