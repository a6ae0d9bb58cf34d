type SearchValue = string | number | boolean | undefined;

/** Builds an address; values that are missing are left out. */
const address = (path: string, search: Readonly<Record<string, SearchValue>> = {}): string => {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
};

/** Every address of the app, and the only place that spells one. */
export const paths = {
  work: (search: Readonly<Record<string, SearchValue>> = {}) => address("/", search),
  cases: (search: Readonly<Record<string, SearchValue>> = {}) => address("/cases", search),
  people: () => "/people",
  duplicates: (search: { page?: number | undefined } = {}) => address("/people/duplicates", search),
  mergedPeople: () => "/people/merged",
  comparePeople: (personId: string, otherId: string) => `/people/compare/${personId}/${otherId}`,
  case: (caseId: string) => `/cases/${caseId}`,
  casePeople: (caseId: string) => `/cases/${caseId}/people`,
  caseFamily: (caseId: string) => `/cases/${caseId}/family`,
  caseAddPerson: (caseId: string, search: { person?: string | undefined } = {}) =>
    address(`/cases/${caseId}/people/add`, search),
  casePerson: (caseId: string, personId: string) => `/cases/${caseId}/people/${personId}`,
  caseLevels: (caseId: string) => `/cases/${caseId}/levels`,
  caseMove: (caseId: string, personId: string) => `/cases/${caseId}/people/${personId}/move`,
  caseContacts: (caseId: string) => `/cases/${caseId}/contacts`,
  caseTeam: (caseId: string) => `/cases/${caseId}/team`,
  caseHandOver: (caseId: string, role: "worker" | "coordinator") => `/cases/${caseId}/team/${role}`,
  team: () => "/team",
  teamPerson: (staffId: string) => `/team/${staffId}`,
  caseHistory: (caseId: string, search: Readonly<Record<string, SearchValue>> = {}) =>
    address(`/cases/${caseId}/history`, search),
  caseAccess: (caseId: string, search: Readonly<Record<string, SearchValue>> = {}) =>
    address(`/cases/${caseId}/history/access`, search),
  /** A case as known at the end of a day, or of a minute `hh:mm` of it. */
  caseAsKnown: (caseId: string, on?: string, at?: string) =>
    address(`/cases/${caseId}/as-known`, { on, at }),
  caseAsKnownPrint: (caseId: string, on: string, at?: string) =>
    address(`/cases/${caseId}/as-known/print`, { on, at }),
  casePrint: (caseId: string) => `/cases/${caseId}/print`,
  caseReason: (caseId: string) => `/cases/${caseId}/reason`,
  logContact: (search: { caseId?: string | undefined; draft?: string | undefined } = {}) =>
    address("/contacts/new", search),
  correctContact: (
    caseId: string,
    contactId: string,
    search: { draft?: string | undefined } = {},
  ) => address(`/cases/${caseId}/contacts/${contactId}/correct`, search),
  referrals: (search: { page?: number | undefined } = {}) => address("/referrals", search),
  newReferral: () => "/referrals/new",
  referralDraft: (draftId: string) => `/referrals/new/${draftId}`,
  referralTask: (draftId: string, task: string) => `/referrals/new/${draftId}/${task}`,
  referralCheck: (draftId: string) => `/referrals/new/${draftId}/check`,
  referralOverride: (draftId: string) => `/referrals/new/${draftId}/override`,
  overrides: () => "/referrals/overrides",
  receipt: (referralId: string) => `/referrals/${referralId}`,
  beginCase: (search: { draft?: string | undefined } = {}) => address("/cases/begin", search),
  order: () => "/order",
  orderOf: (areaId: string, search: Readonly<Record<string, SearchValue>> = {}) =>
    address(`/order/${areaId}`, search),
  intake: () => "/intake",
  inbox: (search: { unread?: boolean | undefined; page?: number | undefined } = {}) =>
    address("/inbox", {
      unread: search.unread ? true : undefined,
      page: search.page === 1 ? undefined : search.page,
    }),
  calendar: (search: Readonly<Record<string, SearchValue>> = {}) => address("/calendar", search),
  overview: () => "/overview",
  noticeChoices: () => "/account/notices",
  twoFactor: () => "/account/two-factor",
  shortcuts: () => "/account/shortcuts",
  signIn: (
    search: { next?: string | undefined; why?: "time-out" | "signed-out" | undefined } = {},
  ) => address("/sign-in", search),
  forgotPassword: () => "/forgot-password",
  admin: () => "/admin/",
  /** Where administrators have theirs; with the facts of a case, for whoever may read it. */
  workbench: (caseId?: string) =>
    `/admin/workbench${caseId === undefined ? "" : `?case=${caseId}`}`,
};

/** Only addresses of this app may follow a sign-in: anything else could lead to a page that imitates it. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/u.test(next) && !next.startsWith("/sign-in") ? next : "/";
