import type { MERGE_ROUTES } from "../../routes/merge.ts";
import type { Inputs } from "./inputs.ts";

export const MERGE_INPUTS: Inputs<keyof typeof MERGE_ROUTES> = {
  "persons.search": () => ({ text: "Ada Testfamily", page: 1 }),
};
