export { type AreaContracts, areaOptions, loadAreaContracts, loadServiceAreas } from "./areas.ts";
export { listServiceOrganizations, type ServiceOrganization } from "./organizations.ts";
