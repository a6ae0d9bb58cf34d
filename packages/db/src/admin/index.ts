export { insertAgency, insertFirstAdministrator, isSetupNeeded, isTimeZone } from "./setup.ts";
export {
  contractsOfOrganization,
  endOrganization,
  listOrganizations,
  loadOrganizations,
  saveOrganization,
} from "./organizations.ts";
