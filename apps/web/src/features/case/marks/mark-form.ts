import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type {
  CaretakerKind,
  FrequencySource,
  Mark,
  MarkKind,
  MemberBasis,
  ParentKind,
  RelationshipKind,
  ServicePurpose,
  SiblingKind,
} from "@kinward/domain/people";
import { marks } from "../../../messages/en/marks.ts";

const words = marks.form.problem;

/** The answers of the form of a mark; nothing is answered until somebody does. */
export interface MarkValues {
  readonly basis?: MemberBasis | undefined;
  readonly meetsOpeningCriteria?: "YES" | "NO" | undefined;
  readonly siblingKind?: SiblingKind | undefined;
  readonly caretakerKind?: CaretakerKind | undefined;
  readonly purpose?: ServicePurpose | undefined;
  readonly childId?: PersonId | "ALL" | undefined;
  readonly on?: string | undefined;
  readonly relation?: RelationshipKind | undefined;
  readonly otherPersonId?: PersonId | undefined;
  readonly parentKind?: ParentKind | undefined;
  readonly times?: number | undefined;
  readonly per?: "WEEK" | "MONTH" | undefined;
  readonly source?: FrequencySource | undefined;
  readonly approvedOn?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
type Field = keyof MarkValues;

/** Names of the fields as refusals of the server name them. */
export const MARK_FIELDS: readonly string[] = [
  "basis",
  "meetsOpeningCriteria",
  "siblingKind",
  "caretakerKind",
  "purpose",
  "childId",
  "on",
  "relation",
  "otherPersonId",
  "parentKind",
  "times",
  "per",
  "source",
  "approvedOn",
  "from",
  "to",
].map((field) => `mark.${field}`);

/** What a recorded mark answers. */
export function valuesOf(mark: Mark): MarkValues {
  switch (mark.kind) {
    case "BASIS": {
      const { meetsOpeningCriteria: meets, kind: _, personId: __, ...rest } = mark;
      return {
        ...rest,
        ...(meets === undefined ? {} : { meetsOpeningCriteria: meets ? "YES" : "NO" }),
      };
    }
    case "RIGHTS":
      return { childId: mark.childId ?? "ALL", on: mark.on };
    default: {
      const { kind: _, personId: __, ...rest } = mark;
      return rest;
    }
  }
}

/** Fields without which a form of a kind is not sent, with what to say. */
const needed = (kind: MarkKind, values: MarkValues): readonly (readonly [Field, string])[] => {
  switch (kind) {
    case "BASIS":
      return [
        ["basis", words.choose],
        ...(values.basis === "ABUSE_VICTIM"
          ? ([["meetsOpeningCriteria", words.choose]] as const)
          : []),
        ...(values.basis === "SIBLING" ? ([["siblingKind", words.choose]] as const) : []),
        ...(values.basis === "CARETAKER" ? ([["caretakerKind", words.choose]] as const) : []),
        ...(values.basis === "CINA" ? ([["from", words.date]] as const) : []),
      ];
    case "PURPOSE":
      return [["purpose", words.choose]];
    case "RIGHTS":
      return [
        ["childId", words.choose],
        ["on", words.date],
      ];
    case "RELATIONSHIP":
      return [
        ["relation", words.choose],
        ["otherPersonId", words.choose],
        ...(values.relation === "SIBLING" ? ([["siblingKind", words.choose]] as const) : []),
        ...(values.relation === "PARENT" ? ([["parentKind", words.choose]] as const) : []),
      ];
    case "FREQUENCY":
      return [
        ["times", words.times],
        ["per", words.choose],
        ["source", words.choose],
        ...(values.source === "CASE_PLAN" ? ([["approvedOn", words.date]] as const) : []),
        ["from", words.date],
      ];
  }
};

/** Without these answers nothing can be sent; what they may be is the domain's to say. */
export function faultsOf(
  kind: MarkKind,
  values: MarkValues,
  isNew: boolean,
): readonly FieldFault[] {
  const fields =
    // A new purpose begins on a day; one from the referral may hold from the beginning.
    kind === "PURPOSE" && isNew
      ? [...needed(kind, values), ["from", words.date] as const]
      : needed(kind, values);
  return fields
    .filter(([field]) => values[field] === undefined)
    .map(([field, message]) => ({ name: `mark.${field}`, message }));
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The mark that the answers make, once `faultsOf` finds none. Answers of another choice are left out. */
export function markOf(kind: MarkKind, personId: PersonId | undefined, values: MarkValues): Mark {
  const period = { from: values.from, to: values.to };
  const whose = given({ kind, personId });
  switch (kind) {
    case "BASIS":
      return {
        ...whose,
        ...given({
          basis: values.basis,
          ...period,
          siblingKind: values.basis === "SIBLING" ? values.siblingKind : undefined,
          caretakerKind: values.basis === "CARETAKER" ? values.caretakerKind : undefined,
          meetsOpeningCriteria:
            values.basis === "ABUSE_VICTIM" && values.meetsOpeningCriteria !== undefined
              ? values.meetsOpeningCriteria === "YES"
              : undefined,
        }),
      } as unknown as Mark;
    case "PURPOSE":
      return { ...whose, ...given({ purpose: values.purpose, ...period }) } as unknown as Mark;
    case "RIGHTS":
      return {
        ...whose,
        on: values.on as PlainDate,
        ...given({ childId: values.childId === "ALL" ? undefined : values.childId }),
      } as unknown as Mark;
    case "RELATIONSHIP":
      return {
        ...whose,
        ...given({
          relation: values.relation,
          otherPersonId: values.otherPersonId,
          siblingKind: values.relation === "SIBLING" ? values.siblingKind : undefined,
          parentKind: values.relation === "PARENT" ? values.parentKind : undefined,
          ...period,
        }),
      } as unknown as Mark;
    case "FREQUENCY":
      return {
        ...whose,
        ...given({
          times: values.times,
          per: values.per,
          source: values.source,
          approvedOn: values.source === "CASE_PLAN" ? values.approvedOn : undefined,
          ...period,
        }),
      } as unknown as Mark;
  }
}
