export { codes } from "./codes.ts";
export { dates } from "./dates.ts";
export { duties } from "./duties.ts";
export { history } from "./history.ts";
export { labels } from "./labels.ts";
export { lists } from "./lists.ts";
export { receipts } from "./receipts.ts";
export { explain } from "./explain.ts";
