/**
 * Forms load zod later. Without this it would try whether it may compile code at run time, which our content security
 * policy forbids and reports as a violation.
 */
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
