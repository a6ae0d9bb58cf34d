import {
  CHILD_BASES,
  type AddMember,
  type CaretakerKind,
  type LivingSetting,
  type MemberBasis,
  type MemberRole,
  type SiblingKind,
  type StatedBasis,
} from "@kinward/domain/people";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { people as words } from "../../../messages/en/people.ts";

/** Why someone belongs to the case, as far as it is answered. */
export interface BasisValues {
  readonly basis?: MemberBasis | undefined;
  readonly siblingKind?: SiblingKind | undefined;
  readonly caretakerKind?: CaretakerKind | undefined;
  readonly basisOn?: string | undefined;
  readonly meets?: "yes" | "no" | undefined;
}

/** Everything that the form about a newcomer asks. Nothing is answered before somebody answers it. */
export interface AddValues extends BasisValues {
  readonly personId?: PersonId | undefined;
  readonly given: string;
  readonly family: string;
  readonly preferred: string;
  readonly birthDate?: string | undefined;
  readonly birthDateKind?: "EXACT" | "ESTIMATED" | "EXPECTED" | undefined;
  readonly role?: MemberRole | undefined;
  readonly joined?: string | undefined;
  readonly setting?: LivingSetting | undefined;
  readonly state?: string | undefined;
  readonly since?: string | undefined;
  readonly address: string;
}
export const NOBODY: AddValues = { given: "", family: "", preferred: "", address: "" };

/** Names of the fields, as refusals of the server name them. */
export const ADD_FIELDS = [
  "given",
  "birthDate",
  "role",
  "joined",
  "living.setting",
  "living.state",
  "living.since",
  "basis.basis",
  "basis.siblingKind",
  "basis.on",
];

const missing = (name: string, message: string, isMissing: boolean): readonly FieldFault[] =>
  isMissing ? [{ name, message }] : [];

/** What is not answered yet of the basis; the Department is asked for it. */
export const basisFaults = (role: MemberRole | undefined, values: BasisValues) =>
  role !== "CHILD"
    ? []
    : [
        ...missing("basis.basis", words.basis.enter.basis, values.basis === undefined),
        ...missing(
          "basis.siblingKind",
          words.basis.enter.siblingKind,
          values.basis === "SIBLING" && values.siblingKind === undefined,
        ),
        ...missing(
          "basis.on",
          words.basis.enter.on,
          values.basis === "CINA" && values.basisOn === undefined,
        ),
      ];

/** What has to be answered before anything is asked of the server. */
export const addFaults = (values: AddValues, isDepartment: boolean): readonly FieldFault[] => {
  const { enter } = words.add;
  const unnamed = [values.given, values.family, values.preferred].every(
    (part) => part.trim() === "",
  );
  return [
    ...missing("given", enter.given, values.personId === undefined && unnamed),
    ...missing("role", enter.role, values.role === undefined),
    ...(isDepartment ? basisFaults(values.role, values) : []),
    ...missing("living.setting", enter.setting, values.setting === undefined),
    ...missing("living.state", enter.state, values.state === undefined),
    ...missing(
      "living.since",
      enter.since,
      values.setting === "PARENTAL_HOME" && values.since === undefined,
    ),
    ...missing("joined", enter.joined, values.joined === undefined),
  ];
};

/** The basis that the answers state; undefined where the role alone says it. */
export const statedBasis = (
  role: MemberRole | undefined,
  { basis, siblingKind, caretakerKind, basisOn, meets }: BasisValues,
): StatedBasis | undefined => {
  if (role === "CARETAKER" && caretakerKind !== undefined)
    return { basis: "CARETAKER", caretakerKind };
  if (role !== "CHILD" || basis === undefined) return undefined;
  if (!(CHILD_BASES as readonly MemberBasis[]).includes(basis)) return undefined;
  const dated = basis === "CINA" || basis === "ABUSE_VICTIM";
  return {
    basis,
    ...(basis === "SIBLING" && siblingKind && { siblingKind }),
    ...(dated && basisOn && { on: basisOn as PlainDate }),
    ...(basis === "ABUSE_VICTIM" && meets && { meetsOpeningCriteria: meets === "yes" }),
  };
};

type AddInput = Omit<
  AddMember,
  "commandId" | "recordedAt" | "caseId" | "revision" | "acceptWarnings"
>;

const named = (values: AddValues) =>
  Object.fromEntries(
    (["given", "family", "preferred"] as const)
      .map((part) => [part, values[part].trim()] as const)
      .filter(([, text]) => text !== ""),
  );

/** What is sent; undefined while something that is needed is not answered. */
export const addInput = (values: AddValues, isDepartment: boolean): AddInput | undefined => {
  const { personId, role, joined, setting, state, since } = values;
  if (role === undefined || joined === undefined) return undefined;
  if (setting === undefined || state === undefined) return undefined;
  const basis = isDepartment ? statedBasis(role, values) : undefined;
  const birth =
    values.birthDate === undefined
      ? {}
      : {
          birthDate: values.birthDate as PlainDate,
          birthDateKind: values.birthDateKind ?? ("EXACT" as const),
        };
  return {
    ...(personId === undefined ? { ...named(values), ...birth } : { personId }),
    role,
    joined: joined as PlainDate,
    living: {
      setting,
      state,
      ...(since && { since: since as PlainDate }),
      ...(values.address.trim() !== "" && { address: values.address.trim() }),
    },
    ...(basis && { basis }),
  };
};
