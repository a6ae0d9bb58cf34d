import type {
  TRPCBuiltRouter,
  TRPCDefaultErrorShape,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
} from "@trpc/server";
import type { Brand } from "@kinward/domain/kernel";
import type * as kernel from "@kinward/domain/kernel";
import type { CaseProfile, Holiday } from "@kinward/domain/policy";
import type * as views from "@kinward/domain/views";

interface Roots {
  ctx: object;
  meta: object;
  errorShape: TRPCDefaultErrorShape;
  transformer: false;
}
type Query<Input, Output> = TRPCQueryProcedure<{ input: Input; output: Output; meta: object }>;
interface Envelope {
  commandId: Brand<"CommandId">;
  recordedAt?: kernel.Instant;
}
type Command<Input, Output = { ok: true }> = TRPCMutationProcedure<{
  input: Input & Envelope;
  output: Output;
  meta: object;
}>;
type Reason = { reason: string };
type On = { on: kernel.PlainDate };
type From = { from: kernel.PlainDate };
type Contract = { contractId: kernel.ContractId };
type Area = { contractAreaId: kernel.ContractAreaId };
type Organization = { organizationId: kernel.OrganizationId };
type StaffFacts = {
  roles: views.Role[];
  officeId?: kernel.OfficeId;
  teamId?: kernel.TeamId;
  supervisorId?: kernel.StaffId;
  languages: string[];
} & Reason;

export interface OfficeView {
  readonly officeId: kernel.OfficeId;
  readonly name: string;
  readonly county?: string;
  readonly phone?: string;
  readonly teams: number;
  readonly endedOn?: kernel.PlainDate;
}
export interface TeamView {
  readonly teamId: kernel.TeamId;
  readonly name: string;
  readonly officeId: kernel.OfficeId;
  readonly officeName: string;
  readonly supervisor?: { readonly staffId: kernel.StaffId; readonly name: string };
  readonly members: number;
  readonly endedOn?: kernel.PlainDate;
}

/** What this app calls. */
export type AppRouter = TRPCBuiltRouter<
  Roots,
  {
    session: { me: Query<void, views.Me>; signOutEverywhere: Command<object> };
    setup: {
      status: Query<void, views.SetupStatus>;
      create: Command<{
        agencyName: string;
        timeZone: string;
        name: string;
        email: string;
        password: string;
        token: string;
      }>;
    };
    invitations: {
      find: Query<{ token: string }, views.InvitationView>;
      accept: Command<{ token: string; password: string }>;
    };
    admin: { home: Query<void, views.AdminHome> };
    areas: {
      list: Query<void, { areas: views.ServiceAreaView[] }>;
      setCounty: Command<Area & From & Reason & { county: string }>;
      endCounty: Command<Area & Reason & { county: string; to: kernel.PlainDate }>;
      begin: Command<
        From & Reason & { serviceAreaId: kernel.ServiceAreaId; subareaName?: string },
        Area
      >;
      end: Command<Area & On & Reason>;
    };
    organizations: {
      list: Query<void, { organizations: views.OrganizationView[] }>;
      save: Command<
        Partial<Organization> &
          Reason & {
            name: string;
            kinds: views.OrganizationView["kinds"][number][];
            phone?: string;
            email?: string;
          },
        Organization
      >;
      end: Command<Organization & On & Reason>;
    };
    contracts: {
      matrix: Query<{ from: kernel.PlainDate; to: kernel.PlainDate }, views.ContractMatrix>;
      save: Command<
        Partial<Contract> &
          Area &
          Organization &
          From &
          Reason & {
            position: 1 | 2;
            to: kernel.PlainDate;
            procurementRef: string;
            crisisContact?: string;
            capacities: string[];
            rateCents?: number;
          },
        Contract
      >;
      activate: Command<Contract & Reason>;
      addSubcontractor: Command<
        Contract & Organization & From & Reason & { to?: kernel.PlainDate }
      >;
      endSubcontractor: Command<Contract & Organization & From & Reason & { to: kernel.PlainDate }>;
      setStarter: Command<Area & Contract & From & Reason>;
    };
    holidays: {
      year: Query<{ profile: CaseProfile; year: number }, views.HolidayYearView>;
      years: Query<
        { profile: CaseProfile },
        { years: { year: number; from: "LIST" | "RULE"; count: number }[] }
      >;
      proposal: Query<{ profile: CaseProfile; year: number }, views.HolidayYearView>;
      publish: Command<
        {
          profile: CaseProfile;
          year: number;
          holidays: Holiday[];
          source: string;
          expectedBook: number;
        } & Reason,
        { bookNumber: number }
      >;
    };
    staff: {
      list: Query<
        {
          text?: string;
          organizationId?: kernel.OrganizationId;
          role?: views.Role;
          status?: views.StaffView["status"];
          page: number;
        },
        { staff: views.StaffView[]; total: number }
      >;
      get: Query<{ staffId: kernel.StaffId }, views.StaffView>;
      invite: Command<
        StaffFacts & { name: string; email: string } & Partial<Organization>,
        { staffId: kernel.StaffId; link?: string }
      >;
      change: Command<StaffFacts & { staffId: kernel.StaffId }>;
      end: Command<{ staffId: kernel.StaffId } & On & Reason>;
      resendInvitation: Command<{ staffId: kernel.StaffId }, { link?: string }>;
    };
    offices: {
      list: Query<void, { offices: OfficeView[] }>;
      save: Command<
        { officeId?: kernel.OfficeId; name: string; county?: string; phone?: string } & Reason,
        { officeId: kernel.OfficeId }
      >;
      end: Command<{ officeId: kernel.OfficeId } & On & Reason>;
    };
    teams: {
      list: Query<void, { teams: TeamView[] }>;
      save: Command<
        {
          teamId?: kernel.TeamId;
          name: string;
          officeId: kernel.OfficeId;
          supervisorId?: kernel.StaffId;
        } & Reason,
        { teamId: kernel.TeamId }
      >;
      end: Command<{ teamId: kernel.TeamId } & On & Reason>;
    };
    settings: {
      list: Query<{ profile: CaseProfile }, { settings: views.SettingView[]; bookNumber: number }>;
    };
    changes: { of: Query<{ kind: string; id: string }, { entries: views.ChangeEntry[] }> };
  }
>;
