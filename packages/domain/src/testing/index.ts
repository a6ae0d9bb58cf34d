export * from "./case-arbitraries.ts";
export * from "./contact-model.ts";
export * from "./covers.ts";
export * from "./families.ts";
export * from "./family-arbitrary.ts";
