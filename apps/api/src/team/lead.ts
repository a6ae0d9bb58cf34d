import {
  findCover,
  listCandidates,
  listCasesOf,
  listCovers,
  listHandoversToRead,
  loadBoard,
  loadCoverFacts,
  recordCover,
  recordCoverEnd,
} from "@kinward/db/team";
import { listPeopleOfWork } from "@kinward/db/work";
import { id, type PlainDate, type StaffId } from "@kinward/domain/kernel";
import { byNeed, decideCover, decideEndCover } from "@kinward/domain/team";
import { EndCoverCommand, NameCoverCommand } from "@kinward/domain/team/schema";
import type { CasesOfPerson, CoverView, HandoverToRead, TeamBoard } from "@kinward/domain/views";
import type { ReadTrx, Trx } from "@kinward/db";
import { z } from "zod";
import { scopeOf } from "../cases/scope.ts";
import type { SignedIn } from "../trpc/context.ts";
import { decided, notFound, orNotFound } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";

const ok = { ok: true } as const;

const boardScope = (who: SignedIn) => ({
  staffId: who.actor.staffId,
  organizationId: who.caller.organizationId,
});

/** Who of my people has what before them, and who covers whom. */
export const board = query(
  "team.board",
  z.strictObject({}),
  async ({ trx, who, today, now }): Promise<TeamBoard> => {
    const { people, families, recalculating } = await loadBoard(trx, boardScope(who), today);
    const covers = await listCovers(
      trx,
      people.map((one) => one.staffId),
      today,
    );
    const coverOf = (staffId: StaffId): CoverView | undefined =>
      covers.find((one) => one.staffId === staffId && one.to >= today);
    return {
      today,
      checkedAt: now,
      people: people
        .map((one) => {
          const cover = coverOf(one.staffId);
          return cover === undefined ? one : { ...one, cover };
        })
        .toSorted(byNeed),
      families,
      covers,
      recalculating,
    };
  },
  { current: true },
);

/** The cases of one of my people, to be given to others. */
export const casesOf = query(
  "team.casesOf",
  z.strictObject({ staffId: id<StaffId>() }),
  async ({ trx, who, today, saw }, { staffId }): Promise<CasesOfPerson> => {
    const person = orNotFound(await findOwnPerson(trx, who, staffId, today));
    const cases = await listCasesOf(trx, boardScope(who), staffId, today);
    saw(cases.map((one) => one.caseId));
    const role = who.caller.organizationId === undefined ? "CASEWORKER" : "CARE_COORDINATOR";
    return {
      staffId,
      name: person.name,
      cases,
      candidates: await listCandidates(trx, role, boardScope(who), today),
    };
  },
);

/** Someone whom the caller leads: below them in the Department, a care coordinator of the contractor. */
const findOwnPerson = async (
  trx: ReadTrx | Trx,
  who: SignedIn,
  staffId: StaffId,
  today: PlainDate,
): Promise<{ readonly name: string } | undefined> =>
  (await listPeopleOfWork(trx, scopeOf(who), today)).find((one) => one.staffId === staffId);

/** Somebody stands in for one of my people while they are away. */
export const nameCover = command(
  "team.nameCover",
  NameCoverCommand,
  async ({ trx, who, today }, { staffId, coveredBy, from, to }) => {
    const away = await findOwnPerson(trx, who, staffId, today);
    if (away === undefined) throw notFound();
    const cover = { staffId, coveredBy, from, to };
    const { value } = decided(decideCover(await loadCoverFacts(trx, cover, today), cover, today));
    const coverId = await recordCover(trx, value, who.caller.organizationId);
    const named = (await listCovers(trx, [staffId], today)).find((one) => one.coverId === coverId);
    return {
      result: ok,
      subject: { kind: "STAFF", id: staffId },
      params: {
        coverId,
        coveredBy,
        from,
        to,
        awayName: away.name,
        name: named?.coveredByName ?? "",
      },
    };
  },
);

/** They are back earlier, or did not go. */
export const endCover = command(
  "team.endCover",
  EndCoverCommand,
  async ({ trx, who, today }, { coverId }) => {
    const cover = orNotFound(await findCover(trx, coverId));
    const away = orNotFound(await findOwnPerson(trx, who, cover.staffId, today));
    const { value } = decided(decideEndCover(cover, today));
    await recordCoverEnd(trx, coverId, value);
    return {
      result: ok,
      subject: { kind: "STAFF", id: cover.staffId },
      params: { coverId, awayName: away.name },
    };
  },
);

/** Handovers that wait for me to read them. */
export const toRead = query(
  "team.toRead",
  z.strictObject({}),
  async ({ trx, who, today, saw }): Promise<{ readonly handovers: readonly HandoverToRead[] }> => {
    const handovers = await listHandoversToRead(trx, who.actor.staffId, today);
    saw(handovers.map((one) => one.caseId));
    return { handovers };
  },
);
