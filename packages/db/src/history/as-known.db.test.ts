import { evaluate } from "@kinward/domain/contacts";
import {
  addDays,
  type CaseId,
  type CommandId,
  type ContactId,
  type PersonId,
  type PlainDate,
} from "@kinward/domain/kernel";
import { covers } from "@kinward/domain/testing";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCaseFile } from "../cases/case-file.ts";
import {
  findCaseFacts,
  listDutyNotes,
  listEpisodes,
  listPersonDetails,
} from "../cases/case-page.ts";
import { recordMove } from "../cases/record-move.ts";
import { correctContact } from "../contacts/record.ts";
import { type Caller, type PersonCaller, system } from "../core/caller.ts";
import { type CommandTools, runCommand } from "../core/command.ts";
import { readAs } from "../core/transaction.ts";
import { newId } from "../core/values.ts";
import { recordCoordinator } from "../intake/coordinators.ts";
import { makeAgency, person, type TestAgency } from "../testing/agency.ts";
import { type Clocked, withClock } from "../testing/clock.ts";
import { peopleOf, visit } from "../testing/contact.ts";
import { type Opened, openDatabase } from "../testing/database.ts";
import { familyDraft, refer } from "../testing/referral.ts";
import { findKnownDays } from "./acts-since.ts";
import { loadCaseStates, type StoredState } from "./case-states.ts";

let opened: Opened;
let clocked: Clocked;
let agency: TestAgency;
let worker: PersonCaller;
/** Far enough ahead of any real clock. */
let today = "2028-01-10" as PlainDate;

beforeAll(async () => {
  opened = await openDatabase();
  agency = await makeAgency(opened.owner, { today });
  clocked = await withClock(opened);
  worker = { kind: "person", staffId: agency.worker };
});
afterAll(async () => {
  await clocked.db.destroy();
  await opened.close();
});

/** What the pages of a case are made from and what the rules say of it, in a form that can be compared. */
const said = (state: StoredState | undefined, day: PlainDate) =>
  state && {
    file: state.loaded.file,
    book: state.loaded.book.number,
    facts: { ...state.facts, revision: 0, stage: undefined },
    episodes: state.episodes,
    details: [...state.details.values()],
    notes: Object.fromEntries(state.notes),
    evaluation: evaluate(state.loaded.file, state.loaded.book, day),
  };

/** What the live tables say, read as the pages read them. */
const live = (caller: Caller, caseId: CaseId, day: PlainDate) =>
  readAs(clocked.db, caller, async (trx) => {
    const loaded = await findCaseFile(trx, caseId);
    const facts = await findCaseFacts(trx, caseId, day);
    if (loaded === undefined || facts === undefined) return undefined;
    const episodes = await listEpisodes(trx, caseId, day);
    const details = await listPersonDetails(trx, caseId, day);
    const notes = await listDutyNotes(trx, caseId);
    return said({ loaded, facts, episodes, details, notes }, day);
  });

const asKnown = (caller: Caller, caseId: CaseId, day: PlainDate) =>
  readAs(clocked.db, caller, async (trx) => {
    const days = await findKnownDays(trx, caseId, day);
    if (days === undefined) return undefined;
    const [state] = await loadCaseStates(trx, caseId, [{ knownAt: days.knownAt, day }]);
    return said(state, day);
  });

interface Place {
  readonly caseId: CaseId;
  readonly coordinator: PersonCaller;
  readonly people: readonly PersonId[];
}

const act = (caseId: CaseId, caller: Caller, run: (tools: CommandTools) => Promise<unknown>) =>
  runCommand(
    clocked.db,
    { commandId: newId<CommandId>(), procedure: "test", caller, input: {}, cases: [{ caseId }] },
    async (tools) => {
      await run(tools);
      return { done: { result: null, caseId } };
    },
  );

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Things that people do to a case; what is refused changes nothing, which is as good. */
const ACTS: readonly ((place: Place, n: number) => Promise<unknown>)[] = [
  async ({ caseId, coordinator, people }, n) =>
    visit(
      clocked.db,
      coordinator,
      caseId,
      people.slice(0, 1 + (n % people.length)),
      addDays(today, -(n % 3)),
      {
        mode: pick(["FACE_TO_FACE", "TELEPHONE", "ATTEMPT"] as const, n),
      },
    ),
  async ({ caseId, coordinator, people }, n) => {
    const contacts = await opened.owner
      .selectFrom("contact")
      .select("contactId")
      .where("caseId", "=", caseId)
      .orderBy("contactId")
      .execute();
    if (contacts.length === 0) return;
    const commandId = newId<CommandId>();
    const command = {
      commandId,
      caseId,
      contactId: pick(contacts, n).contactId as ContactId,
      with: [pick(people, n)],
      notes: `Corrected ${n}`,
      reason: "Someone else was there",
      ...(n % 4 === 0 ? { withdrawn: true as const } : {}),
    };
    await runCommand(
      clocked.db,
      {
        commandId,
        procedure: "contacts.correct",
        caller: coordinator,
        input: command,
        cases: [{ caseId }],
      },
      (tools) => correctContact(tools, command),
    );
  },
  async ({ caseId, people }, n) => {
    const commandId = newId<CommandId>();
    const { file } = await readAs(clocked.db, system("test"), async (trx) => ({
      file: (await findCaseFile(trx, caseId))?.file,
    }));
    const member = file?.members.find((one) => one.id === pick(people, n));
    if (member === undefined) return;
    await runCommand(
      clocked.db,
      { commandId, procedure: "cases.recordMove", caller: worker, input: {}, cases: [{ caseId }] },
      (tools) =>
        recordMove(
          tools,
          member,
          {
            commandId,
            caseId,
            revision: 0,
            personId: member.id,
            setting: pick(["FOSTER_FAMILY", "PARENTAL_HOME", "PMIC", "KINSHIP"] as const, n),
            state: pick(["IA", "IL"], n),
            address: `${n} Elm Street`,
            from: addDays(today, -(n % 5)),
          },
          { by: "DEPARTMENT" },
        ),
    );
  },
  async ({ caseId }, n) => {
    const staffId = await person(
      opened.owner,
      `Coordinator ${newId()}`,
      "CARE_COORDINATOR",
      agency.prairie,
    );
    await act(caseId, worker, async ({ trx }) => {
      const { episodeId } = await trx
        .selectFrom("episode")
        .select("episodeId")
        .where("caseId", "=", caseId)
        .executeTakeFirstOrThrow();
      const before = await trx
        .selectFrom("coordinator")
        .select(["staffId", "fromOn"])
        .where("caseId", "=", caseId)
        .where("toOn", "is", null)
        .executeTakeFirst();
      if (before !== undefined && before.fromOn >= today) return;
      await recordCoordinator(trx, caseId, episodeId, {
        begins: { id: staffId, from: today },
        ...(before === undefined
          ? {}
          : {
              ends: { term: { id: before.staffId, from: before.fromOn }, to: addDays(today, -1) },
            }),
      } as never);
      void n;
    });
  },
  ({ caseId, people }, n) =>
    act(caseId, worker, ({ trx }) =>
      trx
        .updateTable("person")
        .set({
          preferred: n % 2 === 0 ? `Name ${n}` : null,
          birthDate: n % 3 === 0 ? ("2012-03-04" as PlainDate) : null,
          birthDateKind: n % 3 === 0 ? "EXACT" : null,
        })
        .where("personId", "=", pick(people, n))
        .execute(),
    ),
  ({ caseId, people }, n) =>
    act(caseId, worker, ({ trx, at }) =>
      trx
        .insertInto("frequency")
        .values({
          frequencyId: newId(),
          caseId,
          personId: n % 2 === 0 ? null : pick(people, n),
          times: 1 + (n % 3),
          per: pick(["WEEK", "MONTH"] as const, n),
          source: pick(["COURT", "DEPARTMENT_WORKER"] as const, n),
          fromOn: today,
          recordedAt: at,
        })
        .execute(),
    ),
  ({ caseId }, n) =>
    act(caseId, worker, ({ trx }) =>
      sql`DELETE FROM app.member_basis WHERE member_basis_id = (SELECT member_basis_id FROM app.member_basis
        WHERE case_id = ${caseId} ORDER BY member_basis_id OFFSET ${n % 3} LIMIT 1)`.execute(trx),
    ),
  ({ caseId, coordinator }, n) =>
    act(caseId, coordinator, ({ trx }) =>
      sql`INSERT INTO app.duty_note (case_id, episode_id, key, note)
        SELECT case_id, episode_id, ${`WEEK:${n % 2}`}, ${`Snow ${n}`} FROM app.episode WHERE case_id = ${caseId}
        ON CONFLICT (episode_id, key) DO UPDATE SET note = excluded.note`.execute(trx),
    ),
  ({ caseId }, n) =>
    act(caseId, worker, ({ trx }) =>
      trx
        .updateTable("caseRecord")
        .set({ familyName: `Moss ${n}`, interpreterNeeded: n % 2 === 0 })
        .where("caseId", "=", caseId)
        .execute(),
    ),
];

async function begin(): Promise<Place> {
  const [area] = agency.areas;
  if (area === undefined) throw new Error("no area");
  const draft = await familyDraft(clocked.db, area, { effectiveOn: today });
  const { caseId } = await refer(clocked.db, agency.worker, draft);
  const { organizationId } = await opened.owner
    .selectFrom("caseOrg")
    .select("organizationId")
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  const staffId =
    organizationId === agency.prairie ? agency.prairieCoordinator : agency.riverBendCoordinator;
  const people = Object.values(await peopleOf(opened.owner, caseId));
  return { caseId, people, coordinator: { kind: "person", staffId, organizationId } };
}

const dayOfActs = fc.record({
  /** Days until the next ones. */
  wait: fc.integer({ min: 1, max: 8 }),
  acts: fc.array(fc.tuple(fc.nat(ACTS.length - 1), fc.nat(50)), { minLength: 1, maxLength: 4 }),
});

test(`the case as known on each day equals what it said on that day${covers("X-2", "X-4", "DEC-48")}`, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(dayOfActs, { minLength: 4, maxLength: 7 }), async (days) => {
      today = addDays(today, 1);
      await clocked.setDay(today);
      const place = await begin();
      const remembered = new Map<PlainDate, readonly unknown[]>();
      const readers: readonly Caller[] = [worker, place.coordinator];
      const remember = async () =>
        remembered.set(
          today,
          await Promise.all(readers.map((one) => live(one, place.caseId, today))),
        );
      await remember();
      for (const { wait, acts } of days) {
        today = addDays(today, wait);
        await clocked.setDay(today);
        for (const [which, n] of acts) {
          await ACTS[which]?.(place, n);
          seen.add(which);
        }
        await remember();
      }
      const [first = today] = remembered.keys();
      expect(await asKnown(worker, place.caseId, addDays(first, -1))).toBeUndefined();
      for (const [day, states] of remembered)
        for (const [at, reader] of readers.entries())
          expect(await asKnown(reader, place.caseId, day)).toEqual(states[at]);
    }),
    { numRuns: 4, seed: 42, endOnFailure: true },
  );
  expect(seen.size).toBe(ACTS.length);
  const { rows } = await sql<{ tables: number }>`
    SELECT count(DISTINCT table_name)::int AS tables FROM app.history`.execute(opened.owner);
  // The test would prove little if hardly anything was ever changed.
  expect(rows[0]?.tables).toBeGreaterThanOrEqual(7);
}, 180_000);

test("many moments take no more statements than one", async () => {
  const { caseId } = await begin();
  const count = (moments: number) =>
    readAs(opened.db, worker, async (trx) => {
      opened.statements.length = 0;
      await loadCaseStates(
        trx,
        caseId,
        Array.from({ length: moments }, () => ({ knownAt: "infinity" as const, day: today })),
      );
      return opened.statements.length;
    });
  expect([await count(1), await count(40)]).toEqual([5, 5]);
});
