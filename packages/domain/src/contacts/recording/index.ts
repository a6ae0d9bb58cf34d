export * from "./answered.ts";
export * from "./assign-coordinator.ts";
export * from "./commands.ts";
export * from "./first-meeting.ts";
export * from "./record-contact.ts";
export * from "./record-icpc.ts";
export * from "./record-visit.ts";
