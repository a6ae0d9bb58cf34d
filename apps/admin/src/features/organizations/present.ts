import type { OrganizationView } from "@kinward/domain/views";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { kindOfOrganizationWords } from "../shared/code-words.ts";
import { isEmail } from "../shared/account.ts";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { organizations as m } from "./messages.ts";

export type OrganizationKind = OrganizationView["kinds"][number];
export const KINDS = Object.keys(kindOfOrganizationWords) as readonly OrganizationKind[];

export const kindWords = (organization: OrganizationView): string =>
  organization.kinds.map((kind) => kindOfOrganizationWords[kind]).join(", ");

/** Phone and e-mail in one line; nothing when neither is known. */
export const reachWords = (organization: OrganizationView): string =>
  [organization.phone, organization.email].filter((part) => part !== undefined).join(" · ");

/** Names in order of the alphabet; ended ones only when asked for, and then last. */
export function shownOrganizations(
  all: readonly OrganizationView[],
  filter: { readonly text?: string; readonly ended?: boolean },
): readonly OrganizationView[] {
  const wanted = filter.text?.trim().toLowerCase() ?? "";
  return all
    .filter((entry) => filter.ended === true || entry.endedOn === undefined)
    .filter((entry) => entry.name.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) =>
        Number(a.endedOn !== undefined) - Number(b.endedOn !== undefined) ||
        a.name.localeCompare(b.name, "en-US"),
    );
}

export interface OrganizationValues {
  name: string;
  kinds: readonly string[];
  phone: string;
  email: string;
  reason: string;
}

export const valuesOf = (organization: OrganizationView | undefined): OrganizationValues => ({
  name: organization?.name ?? "",
  kinds: organization?.kinds ?? [],
  phone: organization?.phone ?? "",
  email: organization?.email ?? "",
  reason: "",
});

export function checkOrganization(values: OrganizationValues): readonly FieldFault[] {
  const faults = checkRequired(values, {
    name: m.form.nameMissing,
    kinds: m.form.kindsMissing,
    reason: shared.reason.missing,
  });
  if (values.email.trim() !== "" && !isEmail(values.email))
    faults.push({ name: "email", message: m.form.emailInvalid });
  return faults;
}

/** What is sent: an empty answer is no answer. */
export const inputOf = ({ name, kinds, phone, email, reason }: OrganizationValues) => ({
  name: name.trim(),
  kinds: KINDS.filter((kind) => kinds.includes(kind)),
  ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
  ...(email.trim() === "" ? {} : { email: email.trim() }),
  reason,
});
