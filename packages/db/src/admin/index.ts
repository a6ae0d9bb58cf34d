export { insertAgency, insertFirstAdministrator, isSetupNeeded, isTimeZone } from "./setup.ts";
export {
  contractsOfOrganization,
  endOrganization,
  listOrganizations,
  loadOrganizations,
  saveOrganization,
} from "./organizations.ts";
export {
  findOpenInvitation,
  insertInvitation,
  linkAccount,
  type OpenInvitation,
  takeInvitation,
} from "./invitations.ts";
export {
  countInOffice,
  countInTeam,
  endOffice,
  endTeam,
  listOffices,
  listTeams,
  loadOffices,
  loadTeams,
  type OfficeView,
  saveOffice,
  saveTeam,
  type TeamView,
} from "./places.ts";
export {
  endStaff,
  insertStaff,
  listStaff,
  loadStaffFacts,
  placeStaff,
  setRoles,
  setSupervisor,
  STAFF_PAGE,
  type StaffFilter,
  type StaffRow,
} from "./staff.ts";
export {
  areasWithTurns,
  beginCounty,
  endArea,
  endCounty,
  insertArea,
  loadAreaContracts,
  loadContracts,
  loadServiceAreas,
  lockAreas,
  type NamedContract,
  pairWithTurns,
} from "./areas.ts";
export { listChanges } from "./changes.ts";
export {
  activateContract,
  endSubcontractor,
  insertStarter,
  insertSubcontractor,
  saveContract,
  setRate,
} from "./contracts.ts";
export { countAdministration, type Counts } from "./overview.ts";
export { loadPolicyBook, publishBook } from "./policy.ts";
