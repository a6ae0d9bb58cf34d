import type { Params, RefusalCode, WarningCode } from "@kinward/domain/kernel";
import type {
  Bucket,
  CaseColumn,
  CaseStage,
  DutyView,
  ReferralRow,
  Role,
  ViewList,
  WorkColumn,
  WorkRow,
} from "@kinward/domain/views";
import type { NoticeKind } from "@kinward/domain/notices";
import type { AssignmentMethod, WhyPart } from "@kinward/domain/assignment";
import type { CancelReason, DutyRule, InterpreterUse } from "@kinward/domain/contacts";
import type {
  CaretakerKind,
  ContactMode,
  ContactPlace,
  FrequencySource,
  LeftReason,
  LivingSetting,
  MemberBasis,
  MemberRole,
  OpeningBasis,
  RelationshipKind,
  ServicePurpose,
  ServiceType,
  SiblingKind,
} from "@kinward/domain/people";
import type { CaseProfile, PolicyText } from "./values.ts";
import type { HistoryProcedure } from "./procedures.ts";

/** Languages that sentences exist in. */
export type Locale = "en-US" | "es-US";

export interface DateOptions {
  /** The server's today, `yyyy-mm-dd`: the year is left out when it is the same. */
  readonly today?: string | undefined;
  /** `weekday`: "Tue, Nov 17"; `day`: "Nov 17"; `long`: "Tuesday, November 17". */
  readonly style?: "weekday" | "day" | "long" | undefined;
}

/** Dates and times in words. The month is always a name: numeric dates change their order between languages. */
export interface DateWords {
  date(iso: string, options?: DateOptions): string;
  /** "Nov 22 to Dec 12". */
  range(from: string, to: string, options?: DateOptions): string;
  /** "December 2026" for `2026-12`. */
  month(yearMonth: string): string;
  /** "9:41 am" of an instant in a time zone. */
  time(instant: string, timeZone: string): string;
  /** "Nov 20, 9:41 am" of an instant in a time zone. */
  moment(instant: string, timeZone: string, options?: DateOptions): string;
  /** "4:30 pm" for `16:30`. */
  clock(hhmm: string): string;
  /** "Marisol, Mateo and Lucia". */
  list(items: readonly string[]): string;
  /** "3 days", "1 business day". */
  count(n: number, unit: CountUnit): string;
}
export type CountUnit =
  | "businessDays"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "minutes"
  | "people"
  | "children"
  | "families";

/** Words for codes: every value of a list has one, or it does not compile. */
export interface LabelWords {
  readonly role: Record<Role, string>;
  readonly memberRole: Record<MemberRole, string>;
  readonly basis: Record<MemberBasis, string>;
  readonly siblingKind: Record<SiblingKind, string>;
  readonly caretakerKind: Record<CaretakerKind, string>;
  readonly relationship: Record<RelationshipKind, string>;
  readonly setting: Record<LivingSetting, string>;
  readonly leftReason: Record<LeftReason, string>;
  /** For narrow places, in the middle of a line. */
  readonly settingShort: Record<LivingSetting, string>;
  readonly mode: Record<ContactMode, string>;
  readonly place: Record<ContactPlace, string>;
  readonly interpreterUse: Record<InterpreterUse, string>;
  readonly openingBasis: Record<OpeningBasis, string>;
  readonly purpose: Record<ServicePurpose, string>;
  readonly serviceType: Record<ServiceType, string>;
  readonly frequencySource: Record<FrequencySource, string>;
  readonly stage: Record<CaseStage, string>;
  readonly referralStatus: Record<ReferralRow["status"], string>;
  readonly profile: Record<CaseProfile, string>;
  readonly bucket: Record<Bucket, string>;
  readonly status: Record<DutyView["status"], string>;
  readonly cancelReason: Record<CancelReason, string>;
  readonly birthDateKind: Record<"EXACT" | "ESTIMATED" | "EXPECTED", string>;
  /** ISO 639 codes that the forms offer; other codes stand as they are. */
  readonly language: Record<LanguageCode, string>;
  readonly policyText: Record<PolicyText, string>;
}
export const LANGUAGE_CODES = [
  "en",
  "es",
  "ar",
  "bs",
  "my",
  "zh",
  "fr",
  "kar",
  "rw",
  "ne",
  "pt",
  "ru",
  "so",
  "sw",
  "uk",
  "vi",
  "ase",
] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** Words for lists that leave the screen: files and e-mails. No name ever stands in one of an e-mail. */
export interface ListWords {
  readonly caseColumn: Record<CaseColumn | "late", string>;
  readonly workColumn: Record<WorkColumn, string>;
  /** Title of the sheet and beginning of the file's name. */
  readonly list: Record<ViewList, string>;
  /** What a notice tells, in the inbox. */
  readonly notice: Record<NoticeKind, string>;
  /** "2 new referrals" in a digest. */
  readonly noticeCount: Record<NoticeKind, (n: number) => string>;
}

/** A sentence about a code, from its parameters only. */
export type CodeSentence = (params: Params) => string;

/** Why something is refused, and what is worth a look. */
export interface CodeWords {
  readonly refusal: Record<RefusalCode, CodeSentence>;
  readonly warning: Record<WarningCode, CodeSentence>;
  /** Faults found by the schema of a form before anything is asked of the server. */
  readonly invalid: Record<InvalidKind, string> & {
    readonly TOO_LONG: (most: string) => string;
  };
}
export type InvalidKind =
  | "FIELD_REQUIRED"
  | "DATE_INVALID"
  | "INSTANT_INVALID"
  | "TEXT_INVALID"
  | "OTHER";

/** What a duty needs to be named. */
export interface DutyLike {
  readonly rule: WorkRow["rule"];
  readonly key?: string | undefined;
  readonly window?: string | undefined;
  /** `WINDOW` duties of the family are met by several people together. */
  readonly family?: boolean | undefined;
}

export interface DutyWords {
  /** "First face-to-face contact", "Weekly family contact 2 of 3". */
  title(duty: DutyLike): string;
  /** The rule in a few words: "5 business days from referral". */
  rule(rule: WorkRow["rule"]): string;
  /** "3 days late", "1 business day late". */
  late(count: number, unit: "businessDays" | "days"): string;
  inDays(count: number): string;
  /** What the family still needs, besides the people named. */
  stillNeeded(row: {
    readonly people: readonly { readonly name: string }[];
    readonly needsAdult?: boolean | undefined;
    readonly furtherDates?: number | undefined;
  }): string;
  readonly verb: Record<NonNullable<WorkRow["verb"]>, string>;
  /** Column of the grid "Who must be seen, and when": `INITIAL`, `FIRST30`, `WEEK:1`, `2026-12`. */
  column(columnId: string): string;
}

export type RuleName = Record<DutyRule, string>;

export interface HistoryWords {
  readonly sentence: Record<HistoryProcedure, CodeSentence>;
  /** A changed field in words, as far as they are known. */
  field(table: string, field: string): string;
}

export interface ReceiptWords {
  /** Parts of the reason why a case went to a contractor, by code. */
  readonly why: Record<WhyPart["code"], CodeSentence>;
  readonly method: Record<AssignmentMethod, string>;
}
