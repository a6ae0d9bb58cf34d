import type { DraftMember, ReferralDraft, ReferralTask } from "@kinward/domain/assignment";
import type { Refusal } from "@kinward/domain/kernel";
import type { AreaOption, ReceiptView } from "@kinward/domain/views";
import { labelOf, refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { receipts } from "@kinward/wording/en/receipts";
import { referrals as words } from "../../messages/en/referrals.ts";
import { memberName, membersOf } from "./content.ts";
import { serviceName } from "./services.ts";
import { taskOfRefusal } from "./tasks.ts";

export interface AnswerView {
  readonly id: string;
  readonly task: ReferralTask;
  readonly label: string;
  /** Missing: the question was not answered. */
  readonly value: string | undefined;
}

/** "Child, Mar 4, 2017, Kinship care". */
export const memberDetail = (member: DraftMember, today: string): string =>
  [
    member.role && labels.memberRole[member.role],
    member.birthDate && dates.date(member.birthDate, { today, style: "day" }),
    member.living?.setting && labels.setting[member.living.setting],
  ]
    .filter((part) => part !== undefined)
    .join(", ");

const listOr = (items: readonly string[]): string | undefined =>
  items.length === 0 ? undefined : items.join("\n");

/** All answers of the referral in the order of its tasks. */
export function presentAnswers(
  content: ReferralDraft,
  areas: readonly AreaOption[],
  today: string,
  caseNumber: string | undefined,
): readonly AnswerView[] {
  const { family, service, legalBasis, form, priorServices, risks } = content;
  const day = (iso: string | undefined) =>
    iso === undefined ? undefined : dates.date(iso, { today });
  const area = areas.find((each) => each.serviceAreaId === service?.serviceAreaId);
  const subarea = area?.subareas.find((each) => each.contractAreaId === service?.subareaId);
  const answer = (
    id: string,
    task: ReferralTask,
    label: string,
    value: string | undefined,
  ): AnswerView => ({ id, task, label, value });
  return [
    answer(
      "case",
      "FAMILY",
      words.check.case,
      content.caseId === undefined ? words.check.newCase : (caseNumber ?? ""),
    ),
    ...membersOf(content).map((member) => {
      const bases = (member.bases ?? []).flatMap((basis) =>
        basis.basis === undefined ? [] : labels.basis[basis.basis],
      );
      return answer(
        `member-${member.ref}`,
        "FAMILY",
        memberName(member, words.family.unnamed),
        [
          member.role === undefined ? undefined : labels.memberRole[member.role],
          member.birthDate === undefined
            ? undefined
            : dates.date(member.birthDate, { today, style: "day" }),
          dates.list(bases),
          member.living?.setting === undefined
            ? undefined
            : words.check.lives(labels.setting[member.living.setting]),
        ]
          .filter((part) => part !== undefined && part !== "")
          .join(". "),
      );
    }),
    ...(membersOf(content).length === 0
      ? [answer("people", "FAMILY", words.check.people, undefined)]
      : []),
    answer(
      "languages",
      "FAMILY",
      words.check.languages,
      family?.languages === undefined
        ? undefined
        : dates.list(family.languages.map((code) => labelOf(labels.language, code))),
    ),
    answer(
      "interpreter",
      "FAMILY",
      words.check.interpreter,
      family?.interpreterNeeded === undefined
        ? undefined
        : family.interpreterNeeded
          ? words.check.yes
          : words.check.no,
    ),
    answer(
      "service",
      "SERVICE",
      words.check.service,
      service?.serviceType && labels.serviceType[service.serviceType],
    ),
    answer(
      "area",
      "SERVICE",
      words.check.area,
      area && [area.serviceAreaName, subarea?.name].filter((part) => part !== undefined).join(", "),
    ),
    ...(service?.serviceType === "SAFETY_PLAN"
      ? []
      : [
          answer(
            "purpose",
            "SERVICE",
            words.check.purpose,
            service?.purpose && labels.purpose[service.purpose],
          ),
        ]),
    ...(legalBasis === undefined
      ? []
      : [
          answer(
            "opened",
            "LEGAL_BASIS",
            words.check.opened,
            [
              day(legalBasis.openedOn),
              legalBasis.openingBasis && labels.openingBasis[legalBasis.openingBasis],
            ]
              .filter((part) => part !== undefined)
              .join(", "),
          ),
        ]),
    answer("effective", "EFFECTIVE_DATE", words.check.effective, day(form?.effectiveDate)),
    answer("signed", "EFFECTIVE_DATE", words.check.signed, day(form?.signedOn)),
    answer(
      "prior",
      "PRIOR_SERVICES",
      words.check.prior,
      priorServices?.noneKnown
        ? words.check.none
        : listOr((priorServices?.records ?? []).map((record) => serviceName(record, today))),
    ),
    answer("risks", "RISKS", words.check.risks, risks?.noneKnown ? words.check.none : risks?.notes),
  ];
}

export interface ProblemView {
  readonly text: string;
  readonly task: ReferralTask;
}

/** What stands in the way of submitting, each with the task that puts it right. */
export const presentProblems = (
  refusals: readonly Refusal[],
  content: ReferralDraft,
): readonly ProblemView[] =>
  refusals.map((refusal) => {
    const path = refusal.path ?? [];
    const last = path.findLast((key) => typeof key === "string");
    const said =
      refusal.code === "FIELD_REQUIRED" && last !== undefined
        ? (words.missing[last] ?? refusalText(codes, refusal))
        : refusalText(codes, refusal);
    const index =
      path[0] === "family" && path[1] === "members" && typeof path[2] === "number"
        ? path[2]
        : undefined;
    const member = index === undefined ? undefined : membersOf(content)[index];
    return {
      text: member === undefined ? said : `${memberName(member, words.family.unnamed)}: ${said}`,
      task: taskOfRefusal(refusal),
    };
  });

/** Why the case went where it went, sentence by sentence, in the order of the structure. */
export const presentWhy = (receipt: Pick<ReceiptView, "why">): readonly string[] =>
  receipt.why.flatMap(({ code, params }) => {
    const sentence = receipts.why[code as keyof typeof receipts.why] as
      | ((params: object) => string)
      | undefined;
    return sentence === undefined ? [] : [sentence(params)];
  });

export { citeText, methodText } from "../shared/assignment-words.ts";
