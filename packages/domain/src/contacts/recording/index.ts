export * from "./assign-coordinator.ts";
export * from "./commands.ts";
export * from "./first-meeting.ts";
export * from "./record-contact.ts";
