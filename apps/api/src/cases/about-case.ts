import {
  confirmNeeds as writeConfirmation,
  correctNeeds as writeNeeds,
  correctOpening as writeOpening,
  listAboutCase,
} from "@kinward/db/cases";
import { type CaseId, id } from "@kinward/domain/kernel";
import {
  ConfirmNeedsSchema,
  CorrectNeedsSchema,
  CorrectOpeningSchema,
} from "@kinward/domain/people";
import type { AboutCase } from "@kinward/domain/views";
import { z } from "zod";
import { recorderOf } from "../people/recorder.ts";
import { recorded } from "../trpc/act.ts";
import { orNotFound } from "../trpc/failure.ts";
import { caseCommand, caseQuery } from "../trpc/procedures.ts";
import { readCase } from "./reading-bounds.ts";

/** Why the case was opened and what the family needs, as far as the caller may know it. */
export const about = caseQuery(
  "cases.about",
  z.strictObject({ caseId: id<CaseId>() }),
  async (context): Promise<AboutCase> => {
    const { trx, caseId, can } = context;
    const { revision, bounds } = await readCase(context);
    const facts = orNotFound(await listAboutCase(trx, caseId, bounds.until));
    const [opening, ...formerOpenings] = facts.openings;
    const [needs, ...formerNeeds] = facts.needs;
    return {
      revision,
      ...(opening && { opening }),
      formerOpenings,
      needs: orNotFound(needs),
      formerNeeds,
      needsConfirmed: facts.needsConfirmed,
      can: {
        opening: can("CASE_OPEN_CLOSE"),
        needs: can("PEOPLE_AND_HOUSEHOLD"),
        confirmNeeds: !facts.needsConfirmed && can("MEMBER_MARKS"),
      },
    };
  },
);

/** Another day or another reason of the opening than was recorded. */
export const correctOpening = caseCommand(
  "cases.correctOpening",
  CorrectOpeningSchema,
  async (tools, input) => recorded(orNotFound(await writeOpening(tools, input))),
);

/** Other languages, another need of an interpreter, other notes on culture. */
export const correctNeeds = caseCommand(
  "cases.correctNeeds",
  CorrectNeedsSchema,
  async (tools, input) =>
    recorded(orNotFound(await writeNeeds(tools, await recorderOf(tools), input))),
);

/** The Department stands by what a contractor recorded of the family. */
export const confirmNeeds = caseCommand("cases.confirmNeeds", ConfirmNeedsSchema, async (tools) =>
  recorded(await writeConfirmation(tools, tools.caseId)),
);
