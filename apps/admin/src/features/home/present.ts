import type { ContractAreaId, ContractId, PlainDate, StaffId } from "@kinward/domain/kernel";
import { daysBetween, yearOf } from "@kinward/domain/kernel";
import { CASE_PROFILES, type CaseProfile, SETTINGS, type SettingKey } from "@kinward/domain/policy";
import type { AdminHome } from "@kinward/domain/views";
import type { DueState } from "@kinward/ui";
import { paths } from "../../paths.ts";
import { dayWords } from "../shared/periods.ts";
import { labelWords } from "../shared/words.ts";
import { home as m } from "./messages.ts";

type Item = AdminHome["items"][number];

export interface HomeRow {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly state: DueState;
  readonly when: string;
  readonly href?: string;
  readonly verb?: string;
}

/** What cannot go on without somebody is late; what comes is this week or later; what runs by itself waits. */
export const itemState = (item: Item, today: PlainDate): DueState => {
  switch (item.kind) {
    case "JOB_FAILED":
      return "late";
    case "CASES_TO_MOVE":
    case "SETTING_COMING":
    case "AREA_GAP":
    case "CONTRACT_ENDING":
      if (item.on === undefined || item.on <= today) return "late";
      return daysBetween(today, item.on) <= 7 ? "week" : "later";
    case "NO_STARTER":
    case "HOLIDAYS_MISSING":
    case "PROPOSALS_WAITING":
      return "today";
    case "AREA_PAUSED":
    case "MAIL_WAITING":
    case "INVITATION_OPEN":
    case "RECALCULATING":
      return "waiting";
  }
};

const WHEN: Partial<Record<DueState, string>> = {
  late: "Now",
  today: "Do soon",
  waiting: "Waiting",
};

const isProfile = (name: string | undefined): name is CaseProfile =>
  CASE_PROFILES.some((profile) => profile === name);

const isSetting = (key: string | undefined): key is SettingKey =>
  key !== undefined && Object.hasOwn(SETTINGS, key);

const hrefOf = (item: Item): string | undefined => {
  switch (item.kind) {
    case "CONTRACT_ENDING":
      return item.id === undefined ? paths.contracts() : paths.contract(item.id as ContractId);
    case "AREA_GAP":
      return paths.contracts(item.on === undefined ? {} : { from: item.on });
    case "NO_STARTER":
      return paths.starters();
    case "HOLIDAYS_MISSING":
      return paths.holidays({
        ...(isProfile(item.name) ? { profile: item.name } : {}),
        ...(item.on === undefined ? {} : { year: yearOf(item.on) }),
      });
    case "INVITATION_OPEN":
      return item.id === undefined
        ? paths.people({ status: "INVITED" })
        : paths.person(item.id as StaffId);
    case "AREA_PAUSED":
      return item.id === undefined ? paths.rotations() : paths.rotation(item.id as ContractAreaId);
    case "CASES_TO_MOVE":
      return paths.rotations();
    case "PROPOSALS_WAITING":
      return paths.approvals();
    case "SETTING_COMING":
      return isSetting(item.id) ? paths.setting(item.id) : paths.settings();
    case "MAIL_WAITING":
    case "JOB_FAILED":
    case "RECALCULATING":
      return undefined;
  }
};

const titleOf = (item: Item): string => {
  const name = item.name ?? m.unnamed;
  const count = item.count ?? 1;
  switch (item.kind) {
    case "HOLIDAYS_MISSING":
      return m.kinds[item.kind](
        item.on === undefined ? "" : String(yearOf(item.on)),
        isProfile(item.name) ? labelWords.profile[item.name] : name,
      );
    case "INVITATION_OPEN":
      return item.name === undefined ? m.kinds.INVITATIONS_OPEN(count) : m.kinds[item.kind](name);
    case "CASES_TO_MOVE":
      return m.kinds[item.kind](count, name);
    case "SETTING_COMING":
    case "PROPOSALS_WAITING":
    case "MAIL_WAITING":
    case "JOB_FAILED":
    case "RECALCULATING":
      return m.kinds[item.kind](count);
    default:
      return m.kinds[item.kind](name);
  }
};

const ORDER: readonly DueState[] = ["late", "today", "week", "later", "waiting"];

/** What needs an administrator, the most pressing first. */
export const homeRows = (home: AdminHome): readonly HomeRow[] =>
  home.items
    .map((item, index): HomeRow => {
      const state = itemState(item, home.today);
      const href = hrefOf(item);
      return {
        key: `${item.kind} ${item.id ?? item.name ?? ""} ${index}`,
        title: titleOf(item),
        detail: m.details[item.kind],
        state,
        when: item.on === undefined ? (WHEN[state] ?? "") : dayWords(item.on, home.today),
        ...(href === undefined ? {} : { href, verb: m.verbs[item.kind as keyof typeof m.verbs] }),
      };
    })
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
