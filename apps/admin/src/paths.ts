import type {
  CaseId,
  ContractAreaId,
  ContractId,
  ExampleId,
  OrganizationId,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import type { CaseProfile, SettingKey } from "@kinward/domain/policy";
import type { Role, StaffView } from "@kinward/domain/views";

/** Where the app lives on the origin it shares with the worker app. */
export const BASE = "/admin";

type Search = Readonly<Record<string, string | number | undefined>>;

/** An address with its search part; keys without a value are left out. */
const at = (path: string, search: Search = {}): string => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== "") query.set(key, String(value));
  const text = query.toString();
  return `${BASE}${path}${text && `?${text}`}`;
};

export interface PeopleFilter {
  readonly text?: string;
  readonly organizationId?: OrganizationId;
  readonly role?: Role;
  readonly status?: StaffView["status"];
  readonly page?: number;
}

/** What a simulation is asked for; nothing of it names anybody. */
export interface SimulationSearch {
  readonly area?: ContractAreaId;
  /** Invented arrivals instead of an area: their number in ten days. */
  readonly arrivals?: number;
  readonly days?: number;
  readonly safety?: number;
  readonly asked?: number;
  readonly lean?: number;
  readonly withdrawn?: number;
  readonly seed?: number;
  readonly tie?: "ALTERNATE_FROM_LAST" | "STARTER_FIRST";
  readonly scope?: "COMBINED" | "PER_SERVICE_TYPE";
  readonly window?: number;
  readonly overrides?: number;
}

/** Two states of the policy: books of a profile, or versions of one setting, by their numbers. */
export interface CompareSearch {
  readonly profile?: CaseProfile;
  readonly key?: SettingKey;
  readonly first?: number;
  readonly second?: number;
}

/** Every address of the app. No other place spells one. */
export const paths = {
  home: () => at("/"),
  more: () => at("/more"),
  signIn: (next?: string) => at("/sign-in", { next }),
  setup: () => at("/setup"),
  areas: () => at("/areas"),
  area: (id: ContractAreaId) => at(`/areas/${id}`),
  organizations: (search: { text?: string; ended?: "yes" } = {}) => at("/organizations", search),
  newOrganization: () => at("/organizations/new"),
  organization: (id: OrganizationId) => at(`/organizations/${id}`),
  contractors: () => at("/contractors"),
  contracts: (search: { from?: PlainDate } = {}) => at("/contracts", search),
  newContract: (area?: ContractAreaId) => at("/contracts/new", { area }),
  contract: (id: ContractId) => at(`/contracts/${id}`),
  editContract: (id: ContractId) => at(`/contracts/${id}/edit`),
  starters: () => at("/starters"),
  holidays: (search: { profile?: CaseProfile; year?: number } = {}) => at("/holidays", search),
  editHolidays: (search: { profile: CaseProfile; year: number; propose?: "yes" }) =>
    at("/holidays/edit", search),
  people: (filter: PeopleFilter = {}) => at("/people", { ...filter }),
  invite: () => at("/people/invite"),
  person: (id: StaffId) => at(`/people/${id}`),
  editPerson: (id: StaffId) => at(`/people/${id}/edit`),
  offices: () => at("/offices"),
  settings: (search: { profile?: CaseProfile } = {}) => at("/settings", search),
  setting: (key: SettingKey) => at(`/settings/${key}`),
  changeSettings: (search: { key?: SettingKey } = {}) => at("/settings/new-version", search),
  compareBooks: (search: CompareSearch = {}) => at("/settings/compare", { ...search }),
  workbench: (
    search: { example?: ExampleId; version?: number; from?: string; case?: CaseId } = {},
  ) => at("/workbench", search),
  rotations: () => at("/rotation"),
  rotation: (id: ContractAreaId) => at(`/rotation/${id}`),
  approvals: () => at("/approvals"),
  fairness: (search: { area?: ContractAreaId; year?: number } = {}) => at("/fairness", search),
  orderReview: (search: { area?: ContractAreaId; year?: number } = {}) =>
    at("/fairness/order", search),
  simulation: (search: SimulationSearch = {}) => at("/simulation", { ...search }),
  /** The worker app. */
  web: () => "/",
  caseInWeb: (id: CaseId) => `/cases/${id}`,
} as const;
