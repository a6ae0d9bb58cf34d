import { actingAs, newId, recordOwnAct } from "@kinward/db";
import { findRelatedCase } from "@kinward/db/accounts";
import {
  coordinatedEpisodes,
  type Held,
  listHandovers,
  recordHandoverRead,
} from "@kinward/db/team";
import { may } from "@kinward/domain/access";
import type { CaseId, CommandId, Refusal } from "@kinward/domain/kernel";
import { decideConfirmHandover, type ResponsibleRole } from "@kinward/domain/team";
import {
  ConfirmHandoverCommand,
  ReassignCoordinatorCommand,
  ReassignManyCommand,
  ReassignWorkerCommand,
} from "@kinward/domain/team/schema";
import { decided, notFound, orNotFound, refused } from "../trpc/failure.ts";
import { caseCommand, command, type CommandContext } from "../trpc/procedures.ts";
import { handOver, type HandOver } from "./hand-over.ts";
import { ACTION_OF, roleOf } from "./to-hand-over.ts";

const ok = { ok: true } as const;

/** The case goes to another worker of the Department from a day on. */
export const reassignWorker = caseCommand(
  "team.reassignWorker",
  ReassignWorkerCommand,
  async ({ who, caseId, ...tools }, input) => {
    const { value } = decided(await handOver(tools, who, { role: "CASEWORKER", caseId }, input));
    const { staffId, from } = input;
    return { result: ok, caseId, params: { staffId, from, name: value.name } };
  },
);

/** A service goes to another care coordinator of its contractor from a day on. */
export const reassignCoordinator = caseCommand(
  "team.reassignCoordinator",
  ReassignCoordinatorCommand,
  async ({ who, caseId, ...tools }, input) => {
    const { episodeId, staffId, from } = input;
    const held = { role: "CARE_COORDINATOR", caseId, episodeId } as const;
    const { value } = decided(await handOver(tools, who, held, input));
    return { result: ok, caseId, params: { episodeId, staffId, from, name: value.name } };
  },
);

/**
 * Several cases of one person, or of several, go to another. Every case is an act of its own in one transaction: all are done, or none
 * and each refusal stands at its case.
 */
export const reassignMany = command(
  "team.reassignMany",
  ReassignManyCommand,
  async (context, { fromStaffId, staffId, from, cases }) => {
    const role = roleOf(context.who);
    for (const { caseId } of cases) await requireOwn(context, role, caseId);
    for (const caseId of [...new Set(cases.map((one) => one.caseId))].toSorted())
      await context.lock(caseId);
    const refusals: Refusal[] = [];
    let name = "";
    for (const [index, { caseId, revision, note, ...one }] of cases.entries()) {
      const at = (refusal: Refusal): Refusal => ({
        ...refusal,
        path: ["cases", index, ...(refusal.path ?? [])],
      });
      if ((await revisionOf(context, caseId)) !== revision) {
        refusals.push(at({ code: "INVALID_TRANSITION" }));
        continue;
      }
      const handed = await handOneOver(context, role, caseId, one.fromStaffId ?? fromStaffId, {
        staffId,
        from,
        note,
      });
      if ("name" in handed) name = handed.name;
      else refusals.push(...handed.refusals.map(at));
    }
    if (refusals.length > 0) throw refused(...refusals);
    await actingAs(context.trx, context.commandId);
    return {
      result: { count: cases.length },
      subject: { kind: "STAFF", id: fromStaffId ?? staffId },
      params: { staffId, from, name, count: cases.length },
    };
  },
);

async function requireOwn(
  { trx, who, today }: CommandContext,
  role: ResponsibleRole,
  caseId: CaseId,
): Promise<void> {
  const found = orNotFound(await findRelatedCase(trx, { caseId }, who.actor, today));
  if (!may(who.actor, ACTION_OF[role], found.relation).allowed) throw notFound();
}

const revisionOf = async ({ trx }: CommandContext, caseId: CaseId): Promise<number | undefined> =>
  (
    await trx
      .selectFrom("caseRecord")
      .select("revision")
      .where("caseId", "=", caseId)
      .executeTakeFirst()
  )?.revision;

/** One case of several: every service of it that the one before coordinates, or the case itself. */
async function handOneOver(
  context: CommandContext,
  role: ResponsibleRole,
  caseId: CaseId,
  fromStaffId: HandOver["staffId"] | undefined,
  to: HandOver,
): Promise<{ readonly name: string } | { readonly refusals: readonly Refusal[] }> {
  const held: readonly Held[] =
    role === "CASEWORKER"
      ? [{ role, caseId }]
      : fromStaffId === undefined
        ? []
        : (await coordinatedEpisodes(context.trx, caseId, fromStaffId, to.from)).map(
            (episodeId) => ({ role, caseId, episodeId }),
          );
  if (held.length === 0) return { refusals: [{ code: "INVALID_TRANSITION" }] };
  const ownAct = newId<CommandId>();
  await actingAs(context.trx, ownAct);
  let name = "";
  for (const one of held) {
    const handed = await handOver(context, context.who, one, to);
    if (!handed.ok) return { refusals: handed.refusals };
    name = handed.value.name;
  }
  const procedure = role === "CASEWORKER" ? "team.reassignWorker" : "team.reassignCoordinator";
  await recordOwnAct(
    context,
    { commandId: ownAct, procedure, at: context.at, caseId },
    { staffId: to.staffId, from: to.from, name },
  );
  return { name };
}

/** Who took the case over has read the note. */
export const confirmHandover = caseCommand(
  "team.confirmHandover",
  ConfirmHandoverCommand,
  async ({ trx, who, at, caseId }, { handoverId }) => {
    const found = orNotFound(
      (await listHandovers(trx, caseId)).find((one) => one.handoverId === handoverId),
    );
    decided(
      decideConfirmHandover(
        { toStaffId: found.toStaffId, isRead: found.readAt !== undefined },
        who.actor.staffId,
      ),
    );
    await recordHandoverRead(trx, handoverId, at);
    return { result: ok, caseId, params: { handoverId } };
  },
);
