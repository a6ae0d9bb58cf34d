import type { CaseFile } from "../casefile/case-file.ts";
import { bucketOf, type Bucket } from "../contacts/status.ts";
import type { Duty, DutyRule } from "../contacts/duty.ts";
import type { PersonId, StaffId } from "../kernel/ids.ts";
import { inForceOn } from "../kernel/interval.ts";
import { addDays, maxDate, type PlainDate } from "../kernel/plain-date.ts";
import { accept, refuse, type Result } from "../kernel/result.ts";
import type { LivingSetting } from "../people/people.ts";

/** Where a part of a handover note comes from. */
export type HandoverSource =
  | { readonly kind: "RULE"; readonly rule: string }
  | { readonly kind: "REFERRAL"; readonly on: PlainDate }
  | { readonly kind: "CONTACT"; readonly on: PlainDate; readonly by?: string }
  | { readonly kind: "LIVING"; readonly from?: PlainDate }
  | { readonly kind: "CASE_RECORD" };

/** One part of a handover note, filled from the record. People by their ids; names are looked up when it is shown. */
export type HandoverPart = { readonly source: HandoverSource } & (
  | {
      readonly kind: "DUTY";
      readonly rule: DutyRule;
      readonly key: string;
      readonly bucket: Bucket;
      readonly dueOn?: PlainDate;
      readonly people: readonly PersonId[];
    }
  | { readonly kind: "NEXT_REPORT"; readonly dueOn: PlainDate }
  | { readonly kind: "LAST_SERVICE_DAY"; readonly on: PlainDate }
  | { readonly kind: "LANGUAGES"; readonly languages: readonly string[] }
  | { readonly kind: "NOTES"; readonly text: string }
  | {
      readonly kind: "ADDRESS";
      readonly people: readonly PersonId[];
      readonly setting: LivingSetting;
      readonly address: string;
    }
  | { readonly kind: "RISKS"; readonly text: string }
  | { readonly kind: "SAFETY_CONCERN"; readonly on: PlainDate }
);

/** The record as far as a handover tells of it. What the person who hands over may not read is not in it. */
export interface HandoverRecord {
  readonly file: Pick<CaseFile, "episodes">;
  readonly duties: readonly Duty[];
  readonly nextReportOn?: PlainDate;
  /** Languages for which an interpreter is needed. */
  readonly interpreterLanguages: readonly string[];
  readonly culturalNotes?: string;
  readonly addresses: readonly {
    readonly person: PersonId;
    readonly setting: LivingSetting;
    readonly address: string;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly risks: readonly { readonly text: string; readonly on: PlainDate }[];
  readonly safetyConcerns: readonly { readonly on: PlainDate; readonly by?: string }[];
}

/** Days after the handover of which the note names the duties. */
const DAYS_AHEAD = 30;
/** Days back in which a recorded safety concern is named. */
const CONCERN_DAYS = 90;

/**
 * Fills a handover note from the record, every part with its source: what is open and due in the first month, next
 * dates, how to reach the family, and risks. The rest is typed by a person.
 */
export const fillHandover = (
  record: HandoverRecord,
  from: PlainDate,
  today: PlainDate,
): readonly HandoverPart[] => {
  const running = (record.file.episodes ?? []).filter(
    (one) => one.lastServiceDay === undefined || one.lastServiceDay >= from,
  );
  return [
    ...dutyParts(record.duties, maxDate(from, today), today),
    ...(record.nextReportOn === undefined
      ? []
      : [
          {
            kind: "NEXT_REPORT",
            dueOn: record.nextReportOn,
            source: { kind: "RULE", rule: "REP-3" },
          } as const,
        ]),
    ...running.flatMap((one) =>
      one.lastServiceDay === undefined
        ? []
        : [
            {
              kind: "LAST_SERVICE_DAY",
              on: one.lastServiceDay,
              source: { kind: "CASE_RECORD" },
            } as const,
          ],
    ),
    ...(record.interpreterLanguages.length === 0
      ? []
      : [
          {
            kind: "LANGUAGES",
            languages: record.interpreterLanguages,
            source: { kind: "CASE_RECORD" },
          } as const,
        ]),
    ...(record.culturalNotes === undefined
      ? []
      : [{ kind: "NOTES", text: record.culturalNotes, source: { kind: "CASE_RECORD" } } as const]),
    ...addressParts(record.addresses.filter((one) => inForceOn(one, today))),
    ...record.risks.map(({ text, on }): HandoverPart => ({
      kind: "RISKS",
      text,
      source: { kind: "REFERRAL", on },
    })),
    ...record.safetyConcerns
      .filter(({ on }) => on >= addDays(today, -CONCERN_DAYS))
      .map(({ on, by }): HandoverPart => ({
        kind: "SAFETY_CONCERN",
        on,
        source: { kind: "CONTACT", on, ...(by !== undefined && { by }) },
      })),
  ];
};

/** Who lives at one address since the same day stands together. */
const addressParts = (addresses: HandoverRecord["addresses"]): readonly HandoverPart[] => {
  const parts = new Map<string, Extract<HandoverPart, { kind: "ADDRESS" }>>();
  for (const { person, setting, address, from } of addresses) {
    const id = `${address} ${setting} ${from ?? ""}`;
    parts.set(id, {
      kind: "ADDRESS",
      people: [...(parts.get(id)?.people ?? []), person],
      setting,
      address,
      source: { kind: "LIVING", ...(from !== undefined && { from }) },
    });
  }
  return [...parts.values()];
};

/** Duties of one rule and day stand together, late ones first. */
const dutyParts = (
  duties: readonly Duty[],
  from: PlainDate,
  today: PlainDate,
): readonly HandoverPart[] => {
  const parts = new Map<string, Extract<HandoverPart, { kind: "DUTY" }>>();
  for (const duty of duties) {
    const bucket = bucketOf(duty, today);
    if (bucket === undefined) continue;
    if (duty.dueOn !== undefined && duty.dueOn > addDays(from, DAYS_AHEAD)) continue;
    const id = `${duty.episodeId} ${duty.rule} ${duty.dueOn ?? ""} ${duty.subject === "FAMILY" ? duty.key : ""}`;
    const people = duty.subject === "FAMILY" ? [] : [duty.subject];
    const before = parts.get(id);
    parts.set(id, {
      kind: "DUTY",
      rule: duty.rule,
      key: before?.key ?? duty.key,
      bucket,
      ...(duty.dueOn !== undefined && { dueOn: duty.dueOn }),
      people: [...(before?.people ?? []), ...people],
      source: { kind: "RULE", rule: duty.rule },
    });
  }
  return [...parts.values()].toSorted((a, b) =>
    (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"),
  );
};

/** Who took a case over confirms having read the note: they alone, and once. */
export const decideConfirmHandover = (
  handover: { readonly toStaffId: StaffId; readonly isRead: boolean },
  by: StaffId,
): Result<true> =>
  handover.toStaffId !== by || handover.isRead
    ? refuse({ code: "INVALID_TRANSITION" })
    : accept(true);
