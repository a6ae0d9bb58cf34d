export * from "./agency.schema.ts";
export * from "./area.ts";
export * from "./contract.ts";
export * from "./decide-contract.ts";
export * from "./holidays.ts";
export * from "./organization.ts";
export * from "./staff.ts";
