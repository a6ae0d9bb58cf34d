export * from "./books.ts";
