export { findCaseFile, loadCaseFile, loadCaseFiles, type LoadedCase } from "./case-file.ts";
