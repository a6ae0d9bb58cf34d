import type {
  ContractAreaId,
  ContractId,
  OfficeId,
  OrganizationId,
  ServiceAreaId,
  StaffId,
  TeamId,
} from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Holiday } from "../policy/policy-book.ts";
import type { CaseProfile, SettingKey, SettingUnit, SettingValue } from "../policy/settings.ts";
import type { Role } from "./session.ts";

/** Who changed what when, and why: shown beside every administrative record. */
export interface ChangeEntry {
  readonly at: Instant;
  readonly by: string;
  readonly procedure: string;
  readonly reason?: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before?: string;
    readonly after?: string;
  }[];
}

export interface AdminHome {
  readonly today: PlainDate;
  /** Changes that take effect in the next 30 days, contracts ending, gaps, missing holiday lists, failed jobs, waiting mail. */
  readonly items: readonly {
    readonly kind:
      | "CONTRACT_ENDING"
      | "AREA_PAUSED"
      | "CASES_TO_MOVE"
      | "PROPOSALS_WAITING"
      | "SETTING_COMING"
      | "AREA_GAP"
      | "NO_STARTER"
      | "HOLIDAYS_MISSING"
      | "MAIL_WAITING"
      | "JOB_FAILED"
      | "INVITATION_OPEN"
      | "RECALCULATING";
    readonly on?: PlainDate;
    readonly count?: number;
    readonly name?: string;
    readonly id?: string;
  }[];
  readonly counts: {
    readonly areas: number;
    readonly contracts: number;
    readonly organizations: number;
    readonly staff: number;
  };
}

export interface ServiceAreaView {
  readonly serviceAreaId: ServiceAreaId;
  readonly name: string;
  readonly contractAreas: readonly {
    readonly contractAreaId: ContractAreaId;
    readonly subareaName?: string;
    readonly from: PlainDate;
    readonly to?: PlainDate;
    readonly counties: readonly {
      readonly county: string;
      readonly from: PlainDate;
      readonly to?: PlainDate;
    }[];
    readonly activeContracts: readonly {
      readonly contractId: ContractId;
      readonly organizationName: string;
      readonly position: 1 | 2;
      readonly from: PlainDate;
      readonly to: PlainDate;
    }[];
    readonly gaps: readonly {
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly contracts: number;
    }[];
    readonly starterContractId?: ContractId;
  }[];
}

export interface OrganizationView {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly kinds: readonly (
    | "CONTRACTOR"
    | "SUBCONTRACTOR"
    | "PREVENTION_PROVIDER"
    | "COMMUNITY_PARTNER"
    | "OTHER_PROVIDER"
  )[];
  readonly phone?: string;
  readonly email?: string;
  readonly staff: number;
  readonly endedOn?: PlainDate;
}

export interface ContractView {
  readonly contractId: ContractId;
  readonly contractAreaId: ContractAreaId;
  readonly areaName: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly position: 1 | 2;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly procurementRef: string;
  readonly crisisContact?: string;
  readonly capacities: readonly string[];
  readonly active: boolean;
  readonly rates: readonly {
    readonly cents: number;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly subcontractors: readonly {
    readonly organizationId: OrganizationId;
    readonly name: string;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly openCases: number;
}
export interface ContractMatrix {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly areas: readonly {
    readonly contractAreaId: ContractAreaId;
    readonly areaName: string;
    readonly contracts: readonly ContractView[];
    readonly gaps: readonly {
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly contracts: number;
    }[];
    readonly starterContractId?: ContractId;
    readonly firstLineWritten: boolean;
  }[];
}

export interface HolidayYearView {
  readonly year: number;
  readonly profile: CaseProfile;
  /** RULE: no list is kept, the days are computed. */
  readonly from: "LIST" | "RULE";
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly bookNumber: number;
}

export interface SettingView {
  readonly key: SettingKey;
  readonly profile: CaseProfile;
  readonly decision: string;
  readonly cites: readonly string[];
  readonly unit?: SettingUnit;
  readonly versions: readonly {
    readonly validFrom?: PlainDate;
    readonly value: SettingValue;
    readonly source: string;
    readonly publishedAt?: Instant;
    readonly publishedBy?: string;
    readonly inForce: boolean;
  }[];
}

export interface StaffView {
  readonly staffId: StaffId;
  readonly name: string;
  readonly email: string;
  readonly organizationId?: OrganizationId;
  readonly organizationName: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly from: PlainDate;
    readonly to?: PlainDate;
  }[];
  readonly office?: { readonly id: OfficeId; readonly name: string };
  readonly team?: { readonly id: TeamId; readonly name: string };
  readonly supervisor?: { readonly staffId: StaffId; readonly name: string };
  readonly languages: readonly string[];
  readonly status: "INVITED" | "ACTIVE" | "ENDED";
  readonly lastSignInAt?: Instant;
  readonly endedOn?: PlainDate;
  /** One-time link of an open invitation: only for administrators, only while no mail server is set up. */
  readonly invitationLink?: string;
}
