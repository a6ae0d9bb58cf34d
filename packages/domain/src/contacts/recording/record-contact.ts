import type { CaseFile, Contact, Episode } from "../../casefile/case-file.ts";
import { readCaseFile, type ReadCaseFile } from "../../casefile/read-case-file.ts";
import { ia } from "../../kernel/citation.ts";
import type { ContactId, EpisodeId, PersonId } from "../../kernel/ids.ts";
import { addDays, daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result, type Warning } from "../../kernel/result.ts";
import { rule } from "../../kernel/rule.ts";
import type { ContactMode } from "../../people/people.ts";
import type { ContactFields, CorrectContact, RecordContact } from "./commands.ts";
import { doneOnRefusals, fieldRequired, isBlank } from "./required.ts";

/** A contractor writes to an episode for this long after its last service day (requirements D9, rule 3). */
export const CONTRACTOR_WRITES_DAYS = 60;
/** A contact older than this asks for a reason (ours). */
export const OLD_CONTACT_DAYS = 30;
/** Entry later than this is shown. */
export const LATE_ENTRY_DAYS = 3;

/** What is known when a contact is recorded. */
export interface ContactFacts {
  readonly caseFile: CaseFile;
  /** Whose staff records it: the Department's visits are shown and never count (DEC-18). */
  readonly by: "CONTRACTOR" | "SUBCONTRACTOR" | "DEPARTMENT";
  /** Episodes of the recording organization; every FSRP and safety plan episode where absent. */
  readonly episodes?: readonly EpisodeId[];
}

/** A contact to be stored; the id is the store's. */
export interface NewContact extends Omit<ContactFields, "date" | "mode" | "with"> {
  readonly date: PlainDate;
  readonly mode: ContactMode;
  readonly with: readonly PersonId[];
  readonly by: ContactFacts["by"];
  readonly enteredOn: PlainDate;
  /** The episode that the date lies in; a visit of the Department may lie in none. */
  readonly episodeId?: EpisodeId;
  readonly reason?: string;
}

const fieldRefusals = (fields: ContactFields, today: PlainDate): readonly Refusal[] => {
  const refusals = [...doneOnRefusals("date", fields.date, today)];
  if (fields.mode === undefined) refusals.push(fieldRequired("mode"));
  const nobody = (fields.with ?? []).length === 0;
  if (nobody && fields.mode !== "ATTEMPT") refusals.push(fieldRequired("with"));
  if (fields.mode === "FACE_TO_FACE" && fields.place === undefined)
    refusals.push(fieldRequired("place"));
  return refusals;
};

const personRefusals = (
  file: ReadCaseFile,
  people: readonly PersonId[],
  date: PlainDate,
): readonly Refusal[] =>
  people.flatMap((id, index) => {
    const path = ["with", index];
    const member = file.members.find((candidate) => candidate.id === id);
    if (!member || (member.deceasedOn !== undefined && member.deceasedOn < date))
      return { code: "CONTACT_NOT_IN_CASE", path, params: { of: id } } as const;
    return member.dob !== undefined && date < member.dob
      ? ({ code: "DATE_BEFORE_BIRTH", path, params: { of: id } } as const)
      : [];
  });

const covers = (episode: Episode, date: PlainDate): boolean =>
  episode.effectiveDate <= date &&
  (episode.lastServiceDay === undefined || date <= episode.lastServiceDay);

const episodeOn = (facts: ContactFacts, file: ReadCaseFile, date: PlainDate): Episode | undefined =>
  file.episodes.findLast(
    (episode) =>
      covers(episode, date) &&
      (facts.episodes === undefined || facts.episodes.includes(episode.id)),
  );

const serviceRefusals = (
  facts: ContactFacts,
  episode: Episode | undefined,
  today: PlainDate,
): readonly Refusal[] => {
  if (facts.by === "DEPARTMENT") return [];
  if (!episode) return [{ code: "DATE_OUTSIDE_SERVICE", path: ["date"] }];
  const { lastServiceDay } = episode;
  return lastServiceDay !== undefined && today > addDays(lastServiceDay, CONTRACTOR_WRITES_DAYS)
    ? [{ code: "INVALID_TRANSITION", params: { lastServiceDay, days: CONTRACTOR_WRITES_DAYS } }]
    : [];
};

/** Whether a contact was entered so long after it that this is shown. */
export const isEnteredLate = (contact: Pick<NewContact, "date" | "enteredOn">): boolean =>
  daysBetween(contact.date, contact.enteredOn) > LATE_ENTRY_DAYS;

const samePeople = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

const warningsFor = (contact: NewContact, others: readonly Contact[]): readonly Warning[] => {
  const warnings: Warning[] = [];
  const age = daysBetween(contact.date, contact.enteredOn);
  const twin = others.find(
    (other) =>
      other.date === contact.date &&
      other.mode === contact.mode &&
      samePeople([...new Set(other.with)], [...new Set(contact.with)]),
  );
  if (twin)
    warnings.push({ code: "CONTACT_DUPLICATE", path: ["with"], params: { contact: twin.id } });
  if (age > OLD_CONTACT_DAYS)
    warnings.push({ code: "CONTACT_OLDER_THAN_30_DAYS", path: ["date"], params: { days: age } });
  if (isEnteredLate(contact))
    warnings.push({ code: "ENTERED_LATE", path: ["date"], params: { days: age } });
  return warnings;
};

const decide = (
  facts: ContactFacts,
  fields: ContactFields,
  today: PlainDate,
  reason: string | undefined,
  others: readonly Contact[],
): Result<NewContact> => {
  const file = readCaseFile(facts.caseFile);
  const { date, mode } = fields;
  const people = [...new Set(fields.with ?? [])];
  const refusals = [...fieldRefusals(fields, today)];
  if (date !== undefined && date <= today) {
    const episode = episodeOn(facts, file, date);
    refusals.push(...personRefusals(file, people, date), ...serviceRefusals(facts, episode, today));
    if (daysBetween(date, today) > OLD_CONTACT_DAYS && isBlank(reason))
      refusals.push({ code: "REASON_REQUIRED", path: ["reason"] });
    if (refusals.length === 0 && mode !== undefined) {
      const { date: _date, mode: _mode, with: _with, ...details } = contactDetails(fields);
      const contact: NewContact = {
        ...details,
        date,
        mode,
        with: people,
        by: facts.by,
        enteredOn: today,
        ...(episode && { episodeId: episode.id }),
        ...(!isBlank(reason) && { reason: reason as string }),
      };
      return accept(contact, warningsFor(contact, others));
    }
  }
  return refuse(...refusals);
};

const contactDetails = (fields: ContactFields): ContactFields => {
  const { startsAt, minutes, interpreter, safetyConcern, notes, place } = fields;
  return {
    ...(place !== undefined && { place }),
    ...(startsAt !== undefined && { startsAt }),
    ...(minutes !== undefined && { minutes }),
    ...(interpreter !== undefined && { interpreter }),
    ...(safetyConcern !== undefined && { safetyConcern }),
    ...(notes !== undefined && { notes }),
  };
};

/** Records a contact or an attempt, for several people at once; what counts is judged later (DEC-18). */
export const decideRecordContact = rule(
  { id: "CON-2", also: ["CON-8"], cites: [ia("55"), ia("70, 81, 89")], decisions: ["DEC-18"] },
  (facts: ContactFacts, command: RecordContact, today: PlainDate): Result<NewContact> =>
    decide(facts, command, today, command.reason, facts.caseFile.contacts),
);

/** A correction: what it replaces, why, and the contact anew; none where it was entered in error. */
export interface ContactCorrection {
  readonly contactId: ContactId;
  readonly reason: string;
  readonly contact?: NewContact;
}

/** Corrects a contact with a reason; nothing is overwritten. The entry day of the first version stands. */
export const decideCorrectContact = (
  facts: ContactFacts,
  command: CorrectContact,
  today: PlainDate,
): Result<ContactCorrection> => {
  const former = facts.caseFile.contacts.find((contact) => contact.id === command.contactId);
  if (!former) return refuse({ code: "INVALID_TRANSITION", path: ["contactId"] });
  const missingReason: readonly Refusal[] = isBlank(command.reason)
    ? [{ code: "REASON_REQUIRED", path: ["reason"] }]
    : [];
  const reason = command.reason ?? "";
  const { contactId } = command;
  if (command.withdrawn)
    return missingReason.length > 0 ? refuse(...missingReason) : accept({ contactId, reason });
  const others = facts.caseFile.contacts.filter((contact) => contact.id !== contactId);
  // The reason of a correction answers for its age as well.
  const decided = decide(facts, command, today, reason || "-", others);
  if (!decided.ok) return refuse(...missingReason, ...decided.refusals);
  if (missingReason.length > 0) return refuse(...missingReason);
  const enteredOn = former.enteredOn ?? decided.value.enteredOn;
  return accept({ contactId, reason, contact: { ...decided.value, enteredOn } }, decided.warnings);
};
