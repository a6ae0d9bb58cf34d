import { type DraftMember, type ReferralDraft, taskOf } from "@kinward/domain/assignment";
import type { DraftDifference } from "@kinward/domain/drafts";
import type { AreaOption } from "@kinward/domain/views";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { referrals } from "../../messages/en/referrals.ts";
import { stateName } from "../../messages/en/states.ts";
import type { AnswerText } from "../shared/drafts/compare.ts";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { getIn, type Key, memberName } from "./content.ts";
import { memberDetail, type ProblemView } from "./present.ts";
import { serviceName, type ServiceRecord } from "./services.ts";

const { family, legal, form, prior, override, check, risks, serviceTask, begin } = referrals;

/** What the answers of a referral name by their ids. */
export interface ReferralNames {
  readonly today: string;
  readonly areas: readonly AreaOption[];
  readonly organizations: readonly { readonly organizationId: string; readonly name: string }[];
}

/**
 * An answer of a referral, or of a case that is begun without one, as it is asked and said there.
 * @param contents where entries of lists are found by their `ref`
 */
export function answerOf(
  { path }: DraftDifference,
  contents: readonly unknown[],
  names: ReferralNames,
): AnswerText {
  const lists = [["family", "members"], ["people"], ["priorServices", "records"]];
  const list = lists.find(
    (keys) => path.length > keys.length && keys.every((key, at) => path[at] === key),
  );
  if (list === undefined) return answers(names)[path.join(".")] ?? text(path.at(-1) ?? "");
  const [ref, ...keys] = path.slice(list.length);
  const entry = contents
    .flatMap(
      (content) => (getIn(content, list) as readonly { readonly ref?: string }[] | undefined) ?? [],
    )
    .find((one) => one.ref === ref);
  const isRecord = list[0] === "priorServices";
  const title = isRecord
    ? serviceName(entry as ServiceRecord, names.today)
    : memberName(entry as DraftMember, family.unnamed);
  if (keys.length === 0)
    return {
      label: title,
      say: (value) =>
        isRecord
          ? serviceName(value as ServiceRecord, names.today)
          : memberDetail(value as DraftMember, names.today) || title,
      nothing: check.notThere,
    };
  const key = keys.join(".");
  const answer = (isRecord ? recordAnswers(names) : memberAnswers(names))[key] ?? text(key);
  return { ...answer, label: check.answerOf(title, answer.label) };
}

/** What has to be written otherwise before the referral can be sent, each with its task. */
export const unfitAnswers = (
  faults: readonly FieldFault[],
  content: ReferralDraft,
  names: ReferralNames,
): readonly ProblemView[] =>
  faults.map(({ name = "", message }) => {
    const keys = name.split(".").map((key): Key => (/^\d+$/u.test(key) ? Number(key) : key));
    const path = keys.map((key, at) => {
      const ref = typeof key === "number" && getIn(content, [...keys.slice(0, at + 1), "ref"]);
      return typeof ref === "string" ? ref : String(key);
    });
    return {
      text: check.answerOf(answerOf({ path }, [content], names).label, message),
      task: taskOf(keys),
    };
  });

type Answers = Readonly<Record<string, AnswerText>>;

const text = (label: string, addsUp = false): AnswerText => ({ label, say: String, addsUp });
const code = (label: string, of: Readonly<Record<string, string>>): AnswerText => ({
  label,
  say: (value) => labelOf(of, String(value)),
});
const codes = (label: string, of: Readonly<Record<string, string>>): AnswerText => ({
  label,
  say: (value) => dates.list((value as readonly string[]).map((one) => labelOf(of, one))),
  addsUp: true,
});
const yesNo = (label: string): AnswerText => ({
  label,
  say: (value) => (value === true ? family.yes : family.no),
});
const day = (label: string, { today }: ReferralNames): AnswerText => ({
  label,
  say: (value) => dates.date(String(value), { today }),
});

const answers = (names: ReferralNames): Answers => ({
  caseId: { label: check.case, say: () => check.knownCase, nothing: check.newCase },
  "family.languages": codes(family.familyLanguages, labels.language),
  "family.interpreterNeeded": yesNo(family.interpreter),
  "family.culturalNotes": text(family.notes, true),
  "service.serviceType": code(serviceTask.serviceType, labels.serviceType),
  "service.serviceAreaId": {
    label: serviceTask.area,
    say: (id) => names.areas.find((one) => one.serviceAreaId === id)?.serviceAreaName ?? "",
  },
  "service.subareaId": {
    label: serviceTask.subarea,
    say: (id) =>
      names.areas.flatMap((one) => one.subareas).find((one) => one.contractAreaId === id)?.name ??
      "",
  },
  "service.purpose": code(serviceTask.purpose, labels.purpose),
  "legalBasis.openingBasis": code(legal.openingBasis, labels.openingBasis),
  "legalBasis.openedOn": day(legal.openedOn, names),
  "form.effectiveDate": day(form.effectiveDate, names),
  "form.signedOn": day(form.signedOn, names),
  "priorServices.noneKnown": yesNo(prior.noneKnown),
  "override.target": organization(override.target, names),
  "override.believedBeneficialBy": codes(override.believed, override.believer),
  "override.reason": code(override.reason, override.reasons),
  "transfer.reason": text(serviceTask.transfer, true),
  "risks.noneKnown": yesNo(risks.noneKnown),
  "risks.notes": text(risks.notes, true),
  openingBasis: code(begin.openingBasis, labels.openingBasis),
  openedOn: day(begin.openedOn, names),
  assignedOn: day(begin.assignedOn, names),
});

const organization = (label: string, { organizations }: ReferralNames): AnswerText => ({
  label,
  say: (id) => organizations.find((one) => one.organizationId === id)?.name ?? "",
});

const memberAnswers = (names: ReferralNames): Answers => ({
  given: text(family.given),
  middle: text(family.middle),
  family: text(family.family),
  suffix: text(family.suffix),
  preferred: text(family.preferred),
  birthDate: day(family.birthDate, names),
  birthDateKind: code(family.birthDateKind, labels.birthDateKind),
  deceasedOn: day(family.deceased, names),
  role: code(family.role, labels.memberRole),
  languages: codes(family.languages, labels.language),
  "living.setting": code(family.setting, labels.setting),
  "living.state": { label: family.state, say: (state) => stateName(String(state)) },
  "living.address": text(family.address),
  "living.from": day(family.from, names),
  bases: {
    label: legal.bases,
    say: (value) =>
      (value as NonNullable<DraftMember["bases"]>)
        .map((one) =>
          [
            one.basis && labels.basis[one.basis],
            one.on && dates.date(one.on, { today: names.today }),
          ]
            .filter(Boolean)
            .join(", "),
        )
        .join("\n"),
  },
});

const recordAnswers = (names: ReferralNames): Answers => ({
  organizationId: organization(prior.organization, names),
  organizationName: text(prior.organizationName),
  from: day(prior.from, names),
  to: day(prior.to, names),
  note: text(prior.note, true),
});
