import type { ContractTerm } from "@kinward/domain/agency";
import { type CaseMove, type CaseMoveContent, decideCaseMove } from "@kinward/domain/approval";
import { moveAtContractEnd } from "@kinward/domain/assignment";
import {
  addDays,
  type CaseId,
  type CommandId,
  type ContractAreaId,
  type ContractId,
  type EpisodeId,
  maxDate,
  type OrganizationId,
  type PlainDate,
  type Refusal,
} from "@kinward/domain/kernel";
import type { ServiceType } from "@kinward/domain/people";
import { sql } from "kysely";
import { loadAreaContracts } from "../agency/areas.ts";
import { lockArea, momentAfter } from "../assignment/area-lock.ts";
import { writeAmendment } from "../assignment/write-amendment.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import type { CommandAnswer, CommandTools } from "../core/command.ts";
import { actingAs, recordOwnAct } from "../core/own-act.ts";
import { newId } from "../core/values.ts";
import { loadPolicyBook } from "../policy/books.ts";
import { standingOf } from "./correct-line.ts";
import { loadLedger } from "./load-ledger.ts";
import { organizationNames } from "./overview.ts";

/** An open service that a contract still has: a number, no name. */
export interface OpenService {
  readonly episodeId: EpisodeId;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly serviceType: ServiceType;
  readonly effectiveDate: PlainDate;
  readonly referralKey: string;
}

/** Services of a contract that go on beyond its last day, by case number. */
export async function listOpenServices(
  trx: ReadTrx | Trx,
  contractId: ContractId,
  endsOn: PlainDate,
): Promise<readonly OpenService[]> {
  const { rows } = await sql<OpenService>`
    SELECT e.episode_id, e.case_id, c.number AS case_number, e.service_type, e.effective_date, r.referral_key
    FROM app.episode_contractor k
    JOIN app.episode e USING (episode_id)
    JOIN app.case_record c ON c.case_id = e.case_id
    JOIN app.referral r ON r.episode_id = e.episode_id
    WHERE k.contract_id = ${contractId} AND k.to_on IS NULL AND r.withdrawn_on IS NULL
      AND (e.last_service_day IS NULL OR e.last_service_day > ${endsOn})
    ORDER BY c.number, e.no`.execute(trx as Trx);
  return rows;
}

/** A contract as the move of its cases is decided: its area's activated contracts, and where it is. */
export interface MoveFacts {
  readonly contractAreaId: ContractAreaId;
  readonly contracts: readonly ContractTerm[];
}

export async function findMoveFacts(
  trx: ReadTrx | Trx,
  contractId: ContractId,
): Promise<MoveFacts | undefined> {
  const row = await (trx as ReadTrx)
    .selectFrom("contract")
    .select("contractAreaId")
    .where("contractId", "=", contractId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const area = (await loadAreaContracts(trx, row.contractAreaId)).get(row.contractAreaId);
  return { contractAreaId: row.contractAreaId, contracts: area?.contracts ?? [] };
}

export interface CasesMoved {
  readonly moved: number;
  /** Services that ended, were withdrawn or moved between the proposal and its approval. */
  readonly leftOut: number;
}

/**
 * Moves the open cases that a second person has approved: one MOVE line for each outside of the rotation, the successor
 * dated as contractor, its people let in, the former coordinators ended and the duties derived (DEC-42).
 */
export async function moveCases(
  tools: CommandTools,
  content: CaseMoveContent,
  reason: string,
): Promise<CommandAnswer<CasesMoved, readonly Refusal[]>> {
  const { trx, today, commandId } = tools;
  const facts = await findMoveFacts(trx, content.contractId);
  if (facts === undefined) return { no: [{ code: "INVALID_TRANSITION", path: ["contractId"] }] };
  const decided = decideCaseMove(content, facts.contracts, today);
  if (!decided.ok) return { no: decided.refusals };
  const move = decided.value;
  const open = async () =>
    (await listOpenServices(trx, content.contractId, move.ending.to)).filter((one) =>
      content.episodes.includes(one.episodeId),
    );
  let at = tools.at;
  // In the order of the ids, as every act locks cases; what was open is asked again once they are held.
  for (const caseId of [...new Set((await open()).map((one) => one.caseId))].toSorted())
    at = await tools.lock(caseId);
  const services = await open();
  if (services.length === 0) return { no: [{ code: "INVALID_TRANSITION", path: ["episodes"] }] };

  const book = await loadPolicyBook(trx, "IA_FSRP");
  const area = (await loadAreaContracts(trx, facts.contractAreaId)).get(facts.contractAreaId);
  const successorName = (await organizationNames(trx)).get(move.successor.organizationId) ?? "";
  let locked = await lockArea(trx, facts.contractAreaId);
  const ledger = await loadLedger(trx, facts.contractAreaId);
  for (const service of services) {
    const line = ledger.lines.find(
      (one) => one.kind === "ASSIGNMENT" && one.referralKey === service.referralKey,
    );
    if (line === undefined) return { no: [{ code: "INVALID_TRANSITION", path: ["episodes"] }] };
    const moved = moveAtContractEnd(
      locked.head,
      {
        line,
        serviceType: service.serviceType,
        on: today,
        at: momentAfter(at, locked.at),
        successor: move.successor.organizationId,
        servesFrom: move.servesFrom,
      },
      {
        contracts: area?.contracts ?? [],
        starters: area?.starters ?? [],
        ...standingOf(ledger, line),
      },
      book,
    );
    if (!moved.ok) return { no: moved.refusals };
    // Each case has an act of its own, so that its history tells of the move.
    const ownAct = newId<CommandId>();
    await actingAs(trx, ownAct);
    const written = await writeAmendment(trx, locked, moved.value, ownAct);
    locked = written.locked;
    await dateSuccessor(trx, service, move, facts.contractAreaId, written.line.seq);
    await recordOwnAct(
      tools,
      {
        commandId: ownAct,
        procedure: "cases.moveToSuccessor",
        at,
        caseId: service.caseId,
        reason,
      },
      {
        contractorName: successorName,
        from: maxDate(move.servesFrom, service.effectiveDate),
        turn: written.line.seq,
      },
    );
  }
  await actingAs(trx, commandId);
  return {
    done: {
      result: { moved: services.length, leftOut: content.episodes.length - services.length },
      subject: { kind: "CONTRACT", id: content.contractId },
      params: { count: services.length, servesFrom: move.servesFrom },
    },
  };
}

/** Ends the former contractor's service the day before; where it has not begun, the successor takes it from its start. */
async function dateSuccessor(
  trx: Trx,
  { caseId, episodeId, effectiveDate }: OpenService,
  { ending, successor, servesFrom }: CaseMove,
  contractAreaId: ContractAreaId,
  seq: number,
): Promise<void> {
  const to = { contractId: successor.id, organizationId: successor.organizationId, seq };
  const lastDay = addDays(servesFrom, -1);
  const current = trx
    .updateTable("episodeContractor")
    .where("episodeId", "=", episodeId)
    .where("contractId", "=", ending.id)
    .where("toOn", "is", null);
  const begun = effectiveDate < servesFrom;
  if (begun) {
    await current.set({ toOn: lastDay }).execute();
    await trx
      .insertInto("episodeContractor")
      .values({
        episodeContractorId: newId(),
        caseId,
        episodeId,
        contractAreaId,
        fromOn: servesFrom,
        ...to,
      })
      .execute();
  } else await current.set(to).execute();
  await trx
    .updateTable("coordinator")
    .set({ toOn: sql<PlainDate>`greatest(from_on, ${lastDay}::date)` })
    .where("episodeId", "=", episodeId)
    .where((eb) => eb.or([eb("toOn", "is", null), eb("toOn", ">", lastDay)]))
    .execute();
  await openTo(trx, caseId, successor.organizationId, begun ? servesFrom : effectiveDate);
  await trx
    .updateTable("caseOrg")
    .set({ lastServiceDay: lastDay })
    .where("caseId", "=", caseId)
    .where("organizationId", "=", ending.organizationId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("episodeContractor as k")
            .innerJoin("episode as e", "e.episodeId", "k.episodeId")
            .select("k.episodeId")
            .where("k.caseId", "=", caseId)
            .where("k.organizationId", "=", ending.organizationId)
            .where("k.toOn", "is", null)
            .where("e.lastServiceDay", "is", null),
        ),
      ),
    )
    .execute();
}

const openTo = async (
  trx: Trx,
  caseId: CaseId,
  organizationId: OrganizationId,
  fromOn: PlainDate,
): Promise<void> =>
  void (await sql`
    INSERT INTO app.case_org AS o (case_id, organization_id, from_on) VALUES (${caseId}, ${organizationId}, ${fromOn})
    ON CONFLICT (case_id, organization_id) DO UPDATE SET from_on = least(o.from_on, excluded.from_on), last_service_day = NULL`.execute(
    trx,
  ));
