export { listWork } from "./work-list.ts";
export { episodesOfWork, type WorkScope } from "./work-scope.ts";
