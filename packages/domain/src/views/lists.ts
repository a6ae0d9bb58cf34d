import type { ContactMode } from "../people/people.ts";
import type { NoticeChannel, NoticeKind } from "../notices/kinds.ts";
import type {
  CaseId,
  ContactId,
  ContractAreaId,
  NoticeId,
  OrganizationId,
  SavedViewId,
  StaffId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { AreaOption } from "./referrals.ts";
import type { WorkRow } from "./work.ts";

/** Lists of which someone keeps views. */
export const VIEW_LISTS = ["CASES", "WORK"] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** A named address of a list: what stands behind its question mark. */
export interface SavedView {
  readonly viewId: SavedViewId;
  readonly list: ViewList;
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
  readonly isDefault: boolean;
}

/** What the filters of the list of cases offer: names that occur in the cases of the reader. */
export interface CaseFilterOptions {
  readonly areas: readonly AreaOption[];
  readonly contractors: readonly { readonly id: OrganizationId; readonly name: string }[];
  readonly workers: readonly { readonly id: StaffId; readonly name: string }[];
  readonly coordinators: readonly { readonly id: StaffId; readonly name: string }[];
}

/** Next due on a day, within a week, or nothing due at all. */
export const DUE_FILTERS = ["TODAY", "WEEK", "NOTHING"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];
/** A child of the case not yet seen, or last seen longer ago than so many days. */
export const SEEN_FILTERS = ["NEVER", "30", "60", "90"] as const;
export type SeenFilter = (typeof SEEN_FILTERS)[number];

export const EXPORT_FORMATS = ["CSV", "XLSX"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file made by the server; binary ones as base64. */
export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
  readonly rows: number;
  /** Rows that fit the filters and were too many for one file. */
  readonly left: number;
}

/** Numbers of one contractor in one contract area. */
export interface StateRow {
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly organizationId: OrganizationId;
  readonly contractorName: string;
  readonly open: number;
  readonly late: number;
  readonly dueThisWeek: number;
  readonly missedWithoutReason: number;
  /** Of the duties to see somebody that fell due in the last 30 days: how many, and how many were met in time. */
  readonly fellDue: number;
  readonly seenOnTime: number;
}
export interface StateView {
  readonly today: PlainDate;
  readonly checkedAt: Instant;
  readonly measured: { readonly from: PlainDate; readonly to: PlainDate };
  readonly rows: readonly StateRow[];
}

export interface NoticeView {
  readonly noticeId: NoticeId;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly isRead: boolean;
  /** Absent where no case is meant, or it is not open to the reader any more. */
  readonly case?: {
    readonly caseId: CaseId;
    readonly caseNumber: string;
    readonly familyName: string;
  };
  readonly dueOn?: PlainDate;
  readonly duties?: number;
}
export interface NoticePage {
  readonly rows: readonly NoticeView[];
  readonly unread: number;
  readonly more: boolean;
}
export interface NoticeChoice {
  readonly kind: NoticeKind;
  readonly channel: NoticeChannel;
}

/** A contact in a calendar. */
export interface CalendarContact {
  readonly contactId: ContactId;
  readonly caseId: CaseId;
  readonly familyName: string;
  readonly caseNumber: string;
  readonly on: PlainDate;
  readonly startsAt?: string;
  readonly mode: ContactMode;
  readonly people: readonly string[];
}
export interface CalendarView {
  readonly today: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly dues: readonly WorkRow[];
  readonly contacts: readonly CalendarContact[];
}
/** Whether somebody's calendar can be read by another program, and since when. */
export interface CalendarFeed {
  readonly madeAt?: Instant;
}
