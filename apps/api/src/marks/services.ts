import { findCaseFile } from "@kinward/db/cases";
import {
  findServices,
  recordEndOfServices,
  recordFurtherForm as writeFurtherForm,
} from "@kinward/db/marks";
import { effectOfDates, type ServiceDates } from "@kinward/domain/effect";
import type { EpisodeId, Result } from "@kinward/domain/kernel";
import {
  decideCorrectEffectiveDate,
  decideEndOfServices,
  EndServicesSchema,
  PreviewEffectiveDateSchema,
  PreviewEndSchema,
  RecordFurtherFormSchema,
} from "@kinward/domain/people";
import type { DatesPreview } from "@kinward/domain/views";
import { recorded } from "../trpc/act.ts";
import { orNotFound } from "../trpc/failure.ts";
import { type CaseContext, caseCommand, caseQuery } from "../trpc/procedures.ts";

/** Stands for the reason that will be given with the act. */
const ASKED_BEFORE = "asked before";

const lastDayOf = ({ lastServiceDay }: Services) =>
  lastServiceDay === undefined ? {} : { lastServiceDay };

type Services = NonNullable<Awaited<ReturnType<typeof findServices>>>;

/** What an act on the dates would do, or why it would be refused. */
const preview = async (
  { trx, caseId, today }: CaseContext,
  episodeId: EpisodeId,
  decide: (services: Services) => {
    readonly decided: Result<unknown>;
    readonly dates: ServiceDates;
  },
): Promise<DatesPreview> => {
  const { file, book } = orNotFound(await findCaseFile(trx, caseId));
  const { decided, dates } = decide(orNotFound(await findServices(trx, caseId, episodeId)));
  return decided.ok
    ? {
        refusals: [],
        warnings: decided.warnings,
        moves: effectOfDates(file, book, today, episodeId, dates),
      }
    : { refusals: decided.refusals, warnings: [], moves: [] };
};

/** Which duties another effective date would move, and by how much, before it is recorded (REF-1). */
export const previewEffectiveDate = caseQuery(
  "episodes.previewEffectiveDate",
  PreviewEffectiveDateSchema,
  (context, { episodeId, effectiveDate }) =>
    preview(context, episodeId, (services) => ({
      decided: decideCorrectEffectiveDate(
        services,
        { effectiveDate, reason: ASKED_BEFORE },
        context.today,
      ),
      dates: { ...lastDayOf(services), effectiveDate },
    })),
);

/** What the end of services on a day, or their going on, would do to what is owed (DEC-14). */
export const previewEnd = caseQuery(
  "episodes.previewEnd",
  PreviewEndSchema,
  (context, { episodeId, ...end }) =>
    preview(context, episodeId, (services) => ({
      decided: decideEndOfServices(services, { ...end, reason: ASKED_BEFORE }, context.today),
      dates: { effectiveDate: services.effectiveDate, ...end },
    })),
);

/** The last service day: recorded, corrected, or taken back where services go on. */
export const endServices = caseCommand(
  "cases.endServices",
  EndServicesSchema,
  async (tools, input) =>
    recorded(orNotFound(await recordEndOfServices(tools, tools.caseId, input))),
);

/** A form 470-3055 that followed the initial one, or what it should have said; no clock moves with it (REF-2). */
export const recordFurtherForm = caseCommand(
  "episodes.recordFurtherForm",
  RecordFurtherFormSchema,
  async (tools, input) => recorded(orNotFound(await writeFurtherForm(tools, tools.caseId, input))),
);
