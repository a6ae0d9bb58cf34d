import { CONTRACTOR_ROLES, DEPARTMENT_ROLES } from "@kinward/domain/agency";
import { rolesOn } from "@kinward/domain/access";
import type { OfficeId, OrganizationId, PlainDate, StaffId, TeamId } from "@kinward/domain/kernel";
import type { Role, StaffView } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { Choice } from "@kinward/ui/RadioGroup";
import { LANGUAGE_CODES } from "@kinward/wording";
import { isEmail } from "../shared/account.ts";
import { shared } from "../shared/messages.ts";
import { dayWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { labelWords } from "../shared/words.ts";
import { people as m } from "./messages.ts";

/** Roles in force today, in words. */
export const roleWords = (person: StaffView, today: PlainDate): string =>
  rolesOn(person.roles, today)
    .map((role) => labelWords.role[role])
    .join(", ");

export const personState = (
  person: Pick<StaffView, "status" | "endedOn">,
  today: PlainDate,
): { readonly look: DueState; readonly word: string } => {
  if (person.endedOn !== undefined) {
    const day = dayWords(person.endedOn, today);
    return person.endedOn > today
      ? { look: "today", word: m.endsOn(day) }
      : { look: "notDue", word: m.endedOn(day) };
  }
  return person.status === "INVITED"
    ? { look: "waiting", word: m.states.INVITED }
    : { look: "done", word: m.states[person.status] };
};

/** Office and team in one line. */
export const placeWords = (person: StaffView): string =>
  [person.office?.name, person.team?.name].filter((part) => part !== undefined).join(", ") ||
  m.notSet;

const isLanguage = (code: string): code is (typeof LANGUAGE_CODES)[number] =>
  (LANGUAGE_CODES as readonly string[]).includes(code);
export const languageWords = (codes: readonly string[]): string =>
  codes.map((code) => (isLanguage(code) ? labelWords.language[code] : code)).join(", ") || m.notSet;

export const languageChoices = (): readonly Choice[] =>
  LANGUAGE_CODES.map((code) => ({ id: code, label: labelWords.language[code] }));

/** The roles that fit where someone works (the rule of the domain, `ROLE_NOT_OF_ORGANIZATION`). */
export const rolesFor = (works: Works | undefined): readonly Role[] =>
  works === undefined ? [] : works === "DEPARTMENT" ? DEPARTMENT_ROLES : CONTRACTOR_ROLES;

export const roleChoices = (works: Works | undefined): readonly Choice[] =>
  rolesFor(works).map((role) => ({
    id: role,
    label: labelWords.role[role],
    detail: m.roleHints[role],
  }));

/** The role that someone must hold to be a supervisor where the person works. */
export const supervisorRole = (works: Works): Role =>
  works === "DEPARTMENT" ? "SUPERVISOR" : "CONTRACTOR_SUPERVISOR";

export type Works = "DEPARTMENT" | "ORGANIZATION";

export interface AccessValues {
  name: string;
  email: string;
  works: string | undefined;
  organizationId: string | undefined;
  roles: readonly string[];
  officeId: string | undefined;
  teamId: string | undefined;
  supervisorId: string | undefined;
  languages: readonly string[];
  reason: string;
}

/** No choice is a choice of the list, so that one can be taken back. */
export const NONE = "NONE";

export const valuesOf = (person: StaffView | undefined, today: PlainDate): AccessValues => ({
  name: person?.name ?? "",
  email: person?.email ?? "",
  works:
    person === undefined
      ? undefined
      : person.organizationId === undefined
        ? "DEPARTMENT"
        : "ORGANIZATION",
  organizationId: person?.organizationId,
  roles: person === undefined ? [] : rolesOn(person.roles, today),
  officeId: person?.office?.id,
  teamId: person?.team?.id,
  supervisorId: person?.supervisor?.staffId,
  languages: person?.languages ?? [],
  reason: "",
});

export function checkAccess(values: AccessValues): readonly FieldFault[] {
  const faults = checkRequired(values, {
    name: m.form.missing.name,
    email: m.form.missing.email,
    works: m.form.missing.works,
    ...(values.works === "ORGANIZATION" ? { organizationId: m.form.missing.organization } : {}),
    roles: m.form.missing.roles,
    reason: shared.reason.missing,
  });
  if (values.email.trim() !== "" && !isEmail(values.email))
    faults.push({ name: "email", message: m.form.emailInvalid });
  return faults;
}

const given = <Id>(value: string | undefined): Id | undefined =>
  value === undefined || value === NONE ? undefined : (value as Id);

/** What is sent of roles, place and languages. */
export function accessInput(values: AccessValues) {
  const officeId = given<OfficeId>(values.officeId);
  const teamId = given<TeamId>(values.teamId);
  const supervisorId = given<StaffId>(values.supervisorId);
  const works = values.works as Works | undefined;
  return {
    roles: rolesFor(works).filter((role) => values.roles.includes(role)),
    ...(officeId === undefined ? {} : { officeId }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(supervisorId === undefined ? {} : { supervisorId }),
    languages: [...values.languages],
    reason: values.reason,
  };
}

/** What is sent of who it is. */
export function identityInput(values: AccessValues) {
  const organizationId =
    values.works === "ORGANIZATION" ? given<OrganizationId>(values.organizationId) : undefined;
  return {
    name: values.name.trim(),
    email: values.email.trim(),
    ...(organizationId === undefined ? {} : { organizationId }),
  };
}

export const withNone = (choices: readonly Choice[]): readonly Choice[] => [
  { id: NONE, label: m.form.none },
  ...choices,
];
