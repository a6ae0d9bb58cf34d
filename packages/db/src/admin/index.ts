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
