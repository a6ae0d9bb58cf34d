import { newId } from "@kinward/db";
import type { PEOPLE_ROUTES } from "../../routes/people.ts";
import type { World } from "../world.ts";
import type { Inputs } from "./inputs.ts";

const ofCase = ({ theCase }: World) => ({
  commandId: newId(),
  caseId: theCase.caseId,
  revision: 1,
});
const person = () => ({ personId: newId() });
const reason = { reason: "Typing error" };

export const PEOPLE_INPUTS: Inputs<keyof typeof PEOPLE_ROUTES> = {
  "people.add": (world) => ({
    ...ofCase(world),
    given: "Iris",
    role: "CHILD",
    joined: "2026-11-19",
    living: { setting: "PARENTAL_HOME", state: "IA", since: "2026-11-19" },
  }),
  "people.endMembership": (world) => ({
    ...ofCase(world),
    ...person(),
    on: "2026-11-19",
    because: "OTHER",
  }),
  "people.recordDeath": (world) => ({ ...ofCase(world), ...person(), on: "2026-11-19" }),
  "people.confirm": (world) => ({ ...ofCase(world), ...person() }),
  "people.correctMembership": (world) => ({
    ...ofCase(world),
    memberId: newId(),
    joined: "2026-11-18",
    ...reason,
  }),
  "people.correctPerson": ({ theCase }) => ({
    commandId: newId(),
    caseId: theCase.caseId,
    ...person(),
    version: 1,
    details: { given: "Iris", languages: ["en"] },
    ...reason,
  }),
  "people.previewBirthDate": ({ theCase }) => ({
    caseId: theCase.caseId,
    ...person(),
    birthDate: "2010-01-01",
  }),
  "people.correctStay": (world) => ({
    ...ofCase(world),
    stayId: newId(),
    setting: "KINSHIP",
    state: "IA",
    from: "2026-11-18",
    ...reason,
  }),
  "people.withdrawStay": (world) => ({ ...ofCase(world), stayId: newId(), ...reason }),
  "people.remove": (world) => ({ ...ofCase(world), ...person(), ...reason }),
  "people.recordHouseholdChange": (world) => ({
    ...ofCase(world),
    kind: "ENTERED",
    on: "2026-11-19",
    who: "A cousin",
  }),
  "people.receiveNotice": ({ theCase }) => ({
    commandId: newId(),
    caseId: theCase.caseId,
    householdChangeId: newId(),
  }),
  "people.current": ({ theCase }) => ({ caseId: theCase.caseId, ...person() }),
  "people.household": ({ theCase }) => ({ caseId: theCase.caseId }),
};
