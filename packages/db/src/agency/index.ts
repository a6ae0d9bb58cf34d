export { type AreaContracts, areaOptions, loadAreaContracts, loadServiceAreas } from "./areas.ts";
