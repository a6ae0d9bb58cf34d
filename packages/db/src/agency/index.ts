export {
  type AreaContracts,
  areaNameOf,
  areaOptions,
  loadAreaContracts,
  loadServiceAreas,
} from "./areas.ts";
export { listServiceOrganizations, type ServiceOrganization } from "./organizations.ts";
