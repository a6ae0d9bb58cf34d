export * from "./duty-note.ts";
export * from "./work-list.ts";
export * from "./work-scope.ts";
