import type { ReadTrx } from "@kinward/db";
import { type Counts, countAdministration, loadContracts, loadPolicyBook } from "@kinward/db/admin";
import { countWaiting } from "@kinward/db/proposals";
import { listEndingContracts, listRotations } from "@kinward/db/rotation";
import { contractAreaName, findPauseOn } from "@kinward/domain/agency";
import { holidaysOf } from "@kinward/domain/calendar";
import { addDays, dateOf, type PlainDate, yearOf } from "@kinward/domain/kernel";
import { CASE_PROFILES, type PolicyBook } from "@kinward/domain/policy";
import type { AdminHome, ServiceAreaView } from "@kinward/domain/views";
import { z } from "zod";
import { serviceAreaViews } from "../areas/areas.ts";
import { ADMINISTRATORS_KINDS } from "../proposals/kinds.ts";
import { router } from "../trpc/base.ts";
import { query } from "../trpc/procedures.ts";

/** What takes effect or ends within this many days is shown. */
const SOON_DAYS = 30;

type Item = AdminHome["items"][number];

const home = query(
  "admin.home",
  z.strictObject({}),
  async ({ trx, today, who }): Promise<AdminHome> => {
    const soon = addDays(today, SOON_DAYS);
    const areas = await serviceAreaViews(trx, today);
    const counts = await countAdministration(trx, today);
    const contracts = await loadContracts(trx);
    const ending = contracts
      .filter((one) => one.active && one.to >= today && one.to <= soon)
      .map((one): Item => ({
        kind: "CONTRACT_ENDING",
        on: one.to,
        name: one.organizationName,
        id: one.id,
      }));
    const missing: Item[] = [];
    const coming: Item[] = [];
    const wanted = nextListYear(today);
    for (const profile of CASE_PROFILES) {
      const book = await loadPolicyBook(trx, profile);
      coming.push(...comingSettings(book, today, soon));
      if (wanted !== undefined && holidaysOf(book, wanted).source === "RULE")
        missing.push({
          kind: "HOLIDAYS_MISSING",
          on: dateOf(wanted, 1, 1),
          name: profile,
          id: `${profile}:${wanted}`,
        });
    }
    return {
      today,
      items: [
        ...areaItems(areas, soon),
        ...(await orderItems(trx, today)),
        ...ending,
        ...coming,
        ...missing,
        ...waitingItems(await countWaiting(trx, ADMINISTRATORS_KINDS, who.actor.staffId)),
        ...countItems(counts),
      ],
      counts: {
        areas: counts.areas,
        contracts: counts.contracts,
        organizations: counts.organizations,
        staff: counts.staff,
      },
    };
  },
);

/** Areas that take no referrals today, and contracts whose open cases have to go somewhere (DEC-42). */
async function orderItems(trx: ReadTrx, today: PlainDate): Promise<readonly Item[]> {
  const paused = (await listRotations(trx)).flatMap((area): readonly Item[] => {
    const pause = findPauseOn(area.pauses, today);
    const on = pause?.resumesOn;
    return pause === undefined
      ? []
      : [
          {
            kind: "AREA_PAUSED",
            name: area.name,
            id: area.contractAreaId,
            ...(on === undefined ? {} : { on }),
          },
        ];
  });
  const moves = (await listEndingContracts(trx, today))
    .filter((one) => !one.moveOpen)
    .map((one): Item => ({
      kind: "CASES_TO_MOVE",
      on: one.endsOn,
      count: one.cases.length,
      name: `${one.organizationName}, ${one.areaName}`,
      id: one.contractId,
    }));
  return [...paused, ...moves];
}

/** Versions of settings that take effect soon; of one day one item. */
const comingSettings = (book: PolicyBook, today: PlainDate, soon: PlainDate): readonly Item[] => {
  const days = new Map<PlainDate, string[]>();
  for (const { key, validFrom } of book.settings)
    if (validFrom !== undefined && validFrom > today && validFrom <= soon)
      days.set(validFrom, [...(days.get(validFrom) ?? []), key]);
  return [...days].map(([on, keys]) => ({
    kind: "SETTING_COMING",
    on,
    count: keys.length,
    ...(keys[0] === undefined ? {} : { name: keys[0], id: keys[0] }),
  }));
};

const waitingItems = (count: number): readonly Item[] =>
  count === 0 ? [] : [{ kind: "PROPOSALS_WAITING", count }];

/** From September on the list of the next year is missed (ux.md A6). */
const nextListYear = (today: PlainDate): number | undefined =>
  today >= dateOf(yearOf(today), 9, 1) ? yearOf(today) + 1 : undefined;

/** Days without two contracts that begin soon, and areas whose first turn has nobody named for it. */
function areaItems(services: readonly ServiceAreaView[], soon: PlainDate): readonly Item[] {
  return services.flatMap((service) =>
    service.contractAreas.flatMap((area): readonly Item[] => {
      const name = contractAreaName(service.name, area.subareaName);
      const gap = area.gaps.find((one) => one.contracts < 2 && one.from <= soon);
      return [
        ...(gap === undefined
          ? []
          : [
              {
                kind: "AREA_GAP" as const,
                on: gap.from,
                count: gap.contracts,
                name,
                id: area.contractAreaId,
              },
            ]),
        ...(area.activeContracts.length > 0 && area.starterContractId === undefined
          ? [{ kind: "NO_STARTER" as const, name, id: area.contractAreaId }]
          : []),
      ];
    }),
  );
}

const COUNTED = {
  MAIL_WAITING: "waitingMail",
  JOB_FAILED: "failedJobs",
  INVITATION_OPEN: "openInvitations",
  RECALCULATING: "recalculating",
} as const satisfies Partial<Record<Item["kind"], keyof Counts>>;

const countItems = (counts: Counts): readonly Item[] =>
  Object.entries(COUNTED).flatMap(([kind, field]) =>
    counts[field] === 0 ? [] : [{ kind: kind as Item["kind"], count: counts[field] }],
  );

export const adminRouter = router({ home });
