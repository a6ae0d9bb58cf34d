import { newId } from "@kinward/db";
import type { MARKS_ROUTES } from "../../routes/marks.ts";
import type { Inputs } from "./inputs.ts";
import type { World } from "../world.ts";

const command = ({ theCase }: World) => ({
  commandId: newId(),
  caseId: theCase.caseId,
  revision: 1,
});
const basis = () => ({ kind: "BASIS", personId: newId(), basis: "CINA", from: "2026-11-18" });
const level = () => ({
  kind: "FREQUENCY",
  times: 2,
  per: "MONTH",
  source: "COURT",
  from: "2026-12-01",
});

export const MARKS_INPUTS: Inputs<keyof typeof MARKS_ROUTES> = {
  "marks.list": ({ theCase }) => ({ caseId: theCase.caseId }),
  "marks.record": (world) => ({ ...command(world), mark: basis() }),
  "marks.end": (world) => ({ ...command(world), kind: "BASIS", id: newId(), to: "2026-11-19" }),
  "marks.correct": (world) => ({
    ...command(world),
    kind: "BASIS",
    id: newId(),
    mark: basis(),
    reason: "Typing error",
  }),
  "marks.setMajority": (world) => ({
    ...command(world),
    personId: newId(),
    continues: true,
    reason: "The court goes on",
  }),
  "frequencies.record": (world) => ({ ...command(world), mark: level() }),
  "frequencies.end": (world) => ({
    ...command(world),
    kind: "FREQUENCY",
    id: newId(),
    to: "2026-12-31",
  }),
  "frequencies.correct": (world) => ({
    ...command(world),
    kind: "FREQUENCY",
    id: newId(),
    mark: level(),
    reason: "Typing error",
  }),
  "episodes.correctEffectiveDate": ({ theCase }) => ({
    commandId: newId(),
    episodeId: theCase.episodeId,
    revision: 1,
    effectiveDate: "2026-11-17",
    reason: "Typing error",
  }),
  "episodes.recordFurtherForm": ({ theCase }) => ({
    commandId: newId(),
    episodeId: theCase.episodeId,
    revision: 1,
    effectiveDate: "2026-11-20",
    signedOn: "2026-11-19",
  }),
  "episodes.previewEffectiveDate": ({ theCase }) => ({
    episodeId: theCase.episodeId,
    effectiveDate: "2026-11-17",
  }),
  "episodes.previewEnd": ({ theCase }) => ({
    episodeId: theCase.episodeId,
    lastServiceDay: "2026-11-19",
  }),
  "cases.endServices": ({ theCase }) => ({
    commandId: newId(),
    episodeId: theCase.episodeId,
    revision: 1,
    lastServiceDay: "2026-11-20",
    reason: "Goals reached",
  }),
};
