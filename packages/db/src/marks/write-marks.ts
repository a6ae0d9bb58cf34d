import type { CaseFile } from "@kinward/domain/casefile";
import type { CaseId, Params, PersonId, Result } from "@kinward/domain/kernel";
import {
  type CorrectMark,
  decideCorrectMark,
  decideEndMark,
  decideRecordMark,
  decideSetMajority,
  type EndMark,
  type Kept,
  type Mark,
  type MarkChange,
  type MarkFacts,
  markFrom,
  type RecordMark,
  type SetMajority,
} from "@kinward/domain/people";
import { settingOn } from "@kinward/domain/policy";
import type { LoadedCase } from "../cases/case-file.ts";
import { loadCaseFile } from "../cases/case-file.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { listMarks } from "./list-facts.ts";
import { deleteMark, insertMark, updateMark } from "./tables.ts";

type Done = CommandAnswer<{ readonly ok: true }>;

interface Loaded extends MarkFacts {
  readonly loaded: LoadedCase;
}

async function loadFacts({ trx, today }: CommandTools, caseId: CaseId): Promise<Loaded> {
  const loaded = await loadCaseFile(trx, caseId);
  return {
    loaded,
    members: loaded.file.members,
    others: await listMarks(trx, caseId),
    childAgeLimit: settingOn(loaded.book, "childAgeLimit", today),
    today,
  };
}

/** Records a mark of a person, or a level of contact. An act on a locked case. */
export async function recordMark(tools: CommandTools, command: RecordMark): Promise<Done> {
  const facts = await loadFacts(tools, command.caseId);
  return write(tools, facts, command.caseId, decideRecordMark(facts, command), command.mark);
}

/** Ends a mark on a day; undefined when there is none of that id in the case. An act on a locked case. */
export async function endMark(tools: CommandTools, command: EndMark): Promise<Done | undefined> {
  const facts = await loadFacts(tools, command.caseId);
  const mark = find(facts, command);
  if (mark === undefined) return undefined;
  return write(tools, facts, command.caseId, decideEndMark(mark, command, tools.today), mark, {
    to: command.to,
  });
}

/** Corrects a mark or takes it out, with a reason; undefined when there is none. An act on a locked case. */
export async function correctMark(
  tools: CommandTools,
  command: CorrectMark,
): Promise<Done | undefined> {
  const facts = await loadFacts(tools, command.caseId);
  const mark = find(facts, command);
  if (mark === undefined) return undefined;
  const decided = decideCorrectMark(facts, mark, command);
  return write(tools, facts, command.caseId, decided, command.mark ?? mark, {
    ...(command.mark === undefined && { removed: 1 }),
  });
}

const find = (facts: MarkFacts, { kind, id }: Pick<EndMark, "kind" | "id">): Kept | undefined =>
  facts.others.find((one) => one.kind === kind && one.id === id);

async function write(
  tools: CommandTools,
  { loaded }: Loaded,
  caseId: CaseId,
  decided: Result<MarkChange>,
  about: Mark,
  more: Params = {},
): Promise<Done> {
  if (!decided.ok) return { no: decided.refusals };
  const { trx, at } = tools;
  const { ends, adds, replaces, removes } = decided.value;
  // What ends makes room for what begins.
  if (ends !== undefined) {
    const { id, ...mark } = ends.mark;
    await updateMark(id, { ...mark, to: ends.to } as Mark).execute(trx);
  }
  if (adds !== undefined)
    await insertMark(adds, {
      case_id: caseId,
      ...(adds.kind === "FREQUENCY" && { recorded_at: at }),
    }).execute(trx);
  if (replaces !== undefined) await updateMark(replaces.mark.id, replaces.by).execute(trx);
  if (removes !== undefined) await deleteMark(removes.kind, removes.id).execute(trx);
  return {
    done: {
      result: { ok: true },
      caseId,
      params: { ...paramsOf(adds ?? replaces?.by ?? about, loaded.file), ...more },
    },
  };
}

const nameOf = (file: CaseFile, id: PersonId | undefined): string =>
  file.members.findLast((one) => one.id === id)?.name ?? "";

/** Codes, dates and names for the sentence of the history. */
function paramsOf(mark: Mark, file: CaseFile): Params {
  const from = markFrom(mark);
  const base = {
    kind: mark.kind,
    person: nameOf(file, mark.personId),
    ...(from !== undefined && { from }),
  };
  switch (mark.kind) {
    case "BASIS":
      return { ...base, basis: mark.basis };
    case "PURPOSE":
      return { ...base, purpose: mark.purpose };
    case "RIGHTS":
      return { ...base, other: nameOf(file, mark.childId) };
    case "RELATIONSHIP":
      return { ...base, relation: mark.relation, other: nameOf(file, mark.otherPersonId) };
    case "FREQUENCY":
      return { ...base, times: mark.times, per: mark.per, source: mark.source };
  }
}

/** Says whether the case goes on for a child after coming of age; undefined when it is no member. */
export async function setMajority(
  { trx }: CommandTools,
  command: SetMajority,
): Promise<Done | undefined> {
  const { caseId, personId } = command;
  const { file } = await loadCaseFile(trx, caseId);
  const member = file.members.findLast((one) => one.id === personId);
  if (member === undefined) return undefined;
  const decided = decideSetMajority(member, command);
  if (!decided.ok) return { no: decided.refusals };
  await trx
    .updateTable("member")
    .set({ continuesPastMajority: decided.value.continues })
    .where("caseId", "=", caseId)
    .where("personId", "=", personId)
    .execute();
  return {
    done: {
      result: { ok: true },
      caseId,
      params: { person: member.name ?? "", continues: decided.value.continues ? "YES" : "NO" },
    },
  };
}
