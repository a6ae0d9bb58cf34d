/**
 * The shape of the API until `@kinward/api/router` exports its own: types only, nothing of this file is bundled.
 */
import type {
  TRPCBuiltRouter,
  TRPCDefaultErrorShape,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
} from "@trpc/server";
import type {
  CaseId,
  ContractAreaId,
  DraftId,
  EpisodeId,
  PersonId,
  PlainDate,
  ReferralId,
  StaffId,
  Warning,
  WarningCode,
} from "@kinward/domain/kernel";
import type { CorrectContact, Explanation, RecordContact } from "@kinward/domain/contacts";
import type { LivingSetting } from "@kinward/domain/people";
import type * as V from "@kinward/domain/views";
import type { CaseSort } from "@kinward/domain/views";
import type { Command } from "./command.ts";

interface Root {
  ctx: object;
  meta: object;
  errorShape: TRPCDefaultErrorShape;
  transformer: false;
}
type Query<Input, Output> = TRPCQueryProcedure<{ input: Input; output: Output; meta: object }>;
type Mutation<Input, Output> = TRPCMutationProcedure<{
  input: Input & Command;
  output: Output;
  meta: object;
}>;
type Ok = { ok: true };
type Case = { caseId: CaseId };

type Extra = { acceptWarnings: readonly WarningCode[]; draftId?: DraftId };

type Procedures = {
  session: { me: Query<Record<string, never>, V.Me>; signOutEverywhere: Mutation<unknown, Ok> };
  setup: {
    status: Query<Record<string, never>, V.SetupStatus>;
    create: Mutation<
      {
        agencyName: string;
        timeZone: string;
        name: string;
        email: string;
        password: string;
        token: string;
      },
      Ok
    >;
  };
  invitations: {
    find: Query<{ token: string }, V.InvitationView>;
    accept: Mutation<{ token: string; password: string }, Ok>;
  };
  work: {
    list: Query<{ bucket?: V.Bucket; staffId?: StaffId }, V.WorkList>;
    people: Query<Record<string, never>, { people: readonly { staffId: StaffId; name: string }[] }>;
    recordWhy: Mutation<Case & { episodeId: EpisodeId; keys: readonly string[]; note: string }, Ok>;
  };
  cases: {
    list: Query<
      {
        page?: number;
        sort?: CaseSort;
        direction?: "ascending" | "descending";
        filter?: {
          text?: string;
          stage?: V.CaseStage;
          contractAreaId?: ContractAreaId;
          late?: boolean;
        };
      },
      V.CasePage
    >;
    find: Query<{ text: string }, V.FindResults>;
    overview: Query<Case, V.CaseOverview>;
    header: Query<Case, V.CaseHeader>;
    explain: Query<Case & { episodeId: EpisodeId; key: string }, Explanation>;
    history: Query<Case & { page: number }, { entries: readonly V.HistoryEntry[]; more: boolean }>;
    openWithReason: Mutation<Case & { reason: string }, Ok>;
    begin: Mutation<Record<string, unknown>, { caseId: CaseId; caseNumber: string }>;
    recordMove: Mutation<
      Case & {
        revision: number;
        personId: PersonId;
        setting: LivingSetting;
        state: string;
        address?: string;
        from: PlainDate;
      },
      Ok & { warnings?: readonly Warning[] }
    >;
    recordIcpc: Mutation<
      Case & { episodeId: EpisodeId; personId: PersonId; on: PlainDate; note: string },
      Ok
    >;
    options: Query<Record<string, never>, { areas: readonly V.AreaOption[] }>;
  };
  contacts: {
    list: Query<Case, { contacts: readonly V.ContactView[] }>;
    formContext: Query<{ caseId?: CaseId }, ContactFormContext>;
    record: Mutation<
      RecordContact & Extra & { jointMeeting?: { workerPresent: boolean; note?: string } },
      V.ContactReceipt
    >;
    correct: Mutation<CorrectContact & Extra, V.ContactReceipt>;
  };
  notices: {
    previewFirstMeeting: Query<
      Case & { episodeId: EpisodeId },
      { to: { name: string; email: string }; subject: string; body: string; meetingOn: PlainDate }
    >;
    sendFirstMeeting: Mutation<Case & { episodeId: EpisodeId; statedMeetingDate: PlainDate }, Ok>;
  };
  referrals: {
    options: Query<Record<string, never>, { areas: readonly V.AreaOption[]; today: PlainDate }>;
    findPeople: Query<
      { given: string; family: string; birthDate?: string },
      { people: readonly V.FoundPerson[] }
    >;
    caseForReferral: Query<Case, CaseForReferral>;
    check: Query<{ draftId: DraftId }, V.ReferralCheck>;
    submit: Mutation<
      { draftId: DraftId; expectedVersion: number; acceptWarnings: readonly WarningCode[] },
      V.ReceiptView
    >;
    receipt: Query<{ referralId: ReferralId }, V.ReceiptView>;
    list: Query<{ page: number }, { rows: readonly V.ReferralRow[]; total: number }>;
  };
  drafts: {
    list: Query<Record<string, never>, { drafts: readonly V.DraftRow[] }>;
    get: Query<{ draftId: DraftId }, V.DraftView>;
    save: Mutation<
      {
        draftId: DraftId;
        kind: V.DraftRow["kind"];
        caseId?: CaseId;
        title: string;
        content: Readonly<Record<string, unknown>>;
        expectedVersion: number;
      },
      { version: number; savedAt: string }
    >;
    discard: Mutation<{ draftId: DraftId }, Ok>;
    restore: Mutation<{ draftId: DraftId }, Ok>;
  };
  intake: {
    list: Query<Record<string, never>, V.IntakeList>;
    acknowledge: Mutation<{ referralId: ReferralId }, Ok>;
    coordinators: Query<{ episodeId: EpisodeId }, { options: readonly V.CoordinatorOption[] }>;
    assignCoordinator: Mutation<
      { episodeId: EpisodeId; staffId: StaffId; from: PlainDate; endPrevious?: boolean },
      Ok
    >;
  };
};

export interface ContactFormContext {
  readonly cases: readonly {
    readonly caseId: CaseId;
    readonly familyName: string;
    readonly caseNumber: string;
  }[];
  readonly case?: {
    readonly header: V.CaseHeader;
    readonly people: readonly V.PersonView[];
    readonly jointMeetingOpen: boolean;
    readonly earliestOn: PlainDate;
    readonly latestOn: PlainDate;
  };
  readonly today: PlainDate;
}

export interface CaseForReferral {
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly open: boolean;
  readonly openedOn?: string;
  readonly openingBasis?: string;
  readonly people: readonly V.PersonView[];
  readonly standingEpisode?: { readonly contractorName?: string } | string;
}

export type AppRouter = TRPCBuiltRouter<Root, Procedures>;
