import { findRelatedCase } from "@kinward/db/accounts";
import { listPersonDetails } from "@kinward/db/cases";
import { contactFactsOf, listRecordableCases, type RecordableCase } from "@kinward/db/contacts";
import { type Action, may, mayRead, type Relation } from "@kinward/domain/access";
import { type ContactDates, contactDates, taskStatusOn } from "@kinward/domain/contacts";
import { type CaseId, id, type PlainDate } from "@kinward/domain/kernel";
import type { CaseHeader, PersonView } from "@kinward/domain/views";
import { z } from "zod";
import { headerOf, openCase } from "../cases/header.ts";
import { peopleOf, peopleUntil } from "../cases/people.ts";
import { scopeOf } from "../cases/scope.ts";
import { forbidden, notFound, orNotFound } from "../trpc/failure.ts";
import { query, type ScopeContext } from "../trpc/procedures.ts";

/** What the form of a contact needs to know of the case that it is about. */
interface ContactCase extends ContactDates {
  readonly header: CaseHeader;
  /** Everyone who is or was in the case. */
  readonly people: readonly PersonView[];
  readonly jointMeetingOpen: boolean;
}

interface ContactFormContext {
  /** Open cases for which the caller may record. */
  readonly cases: readonly RecordableCase[];
  readonly case?: ContactCase;
  readonly today: PlainDate;
}

export const formContext = query(
  "contacts.formContext",
  z.strictObject({ caseId: z.exactOptional(id<CaseId>()) }),
  async (context, { caseId }): Promise<ContactFormContext> => {
    const { trx, who, today, saw } = context;
    const chosen = caseId === undefined ? undefined : await contactCase(context, caseId);
    const cases = await listRecordableCases(trx, scopeOf(who), today);
    const shown = new Set(cases.map((one) => one.caseId));
    if (caseId !== undefined) shown.add(caseId);
    saw([...shown]);
    return { cases, ...(chosen === undefined ? {} : { case: chosen }), today };
  },
);

async function contactCase(
  { trx, who, today }: ScopeContext,
  caseId: CaseId,
): Promise<ContactCase> {
  const { relation } = orNotFound(await findRelatedCase(trx, { caseId }, who.actor, today));
  if (!mayRead(who.actor, "CONTACT_RECORD", relation).allowed) throw notFound();
  // Said before somebody fills in a form that nobody takes.
  const permission = may(who.actor, "CONTACT_RECORD", relation);
  if (!permission.allowed && permission.because === "SERVICE_ENDED")
    throw forbidden(permission.because);
  const can = (action: Action, more: Relation = {}): boolean =>
    may(who.actor, action, { ...relation, ...more }).allowed;
  const opened = await openCase({ trx, caseId, today, who, relation });
  const { loaded, evaluation } = opened;
  const facts = await contactFactsOf(trx, who.caller, loaded);
  const details = await listPersonDetails(trx, caseId, loaded.day);
  const isOwn = (episodeId: (typeof evaluation.duties)[number]["episodeId"]): boolean =>
    facts.episodes === undefined || facts.episodes.includes(episodeId);
  return {
    header: headerOf(opened, { can, today, who, relation }),
    people: peopleUntil(peopleOf(loaded.file, details, loaded.day), loaded.bounds.until),
    jointMeetingOpen:
      can("JOINT_MEETING_RECORD") &&
      evaluation.duties.some(
        (duty) =>
          duty.rule === "CON-5" &&
          isOwn(duty.episodeId) &&
          taskStatusOn(duty, loaded.day) === "OPEN",
      ),
    ...contactDates(facts, today),
  };
}
