import {
  type CaseFile,
  type CoordinatorTerm,
  type Episode,
  readCaseFile,
} from "@kinward/domain/casefile";
import type { EpisodeId, PlainDate } from "@kinward/domain/kernel";
import type { ServiceType } from "@kinward/domain/people";
import { freeId, given, withList, withRow } from "./edit.ts";

/** Services of the case on the workbench, and who coordinates them. */

export interface Service {
  readonly effectiveDate: PlainDate | undefined;
  readonly lastServiceDay: PlainDate | undefined;
}

/** The dates of the only FSRP; undefined where a list of services is needed to say what there is. */
export function serviceOf(file: CaseFile): Service | undefined {
  const services = servicesOf(file);
  const [only] = services;
  if (only === undefined) return { effectiveDate: undefined, lastServiceDay: lastDayOf(file) };
  return services.length > 1 || only.serviceType !== "FSRP"
    ? undefined
    : { effectiveDate: only.effectiveDate, lastServiceDay: only.lastServiceDay };
}

const lastDayOf = (file: CaseFile): PlainDate | undefined =>
  file.serviceTerminationDate ?? file.terminationDate ?? file.terminatedOn ?? file.lastServiceDay;

/** The case without the short form of one service. */
function withoutShorthand(file: CaseFile): CaseFile {
  const {
    effectiveDate: _e,
    serviceTerminationDate: _s,
    terminationDate: _t,
    terminatedOn: _o,
    lastServiceDay: _l,
    ...rest
  } = file;
  return rest;
}

export function withService(file: CaseFile, { effectiveDate, lastServiceDay }: Service): CaseFile {
  const [only] = file.episodes ?? [];
  if (only === undefined)
    return {
      ...withoutShorthand(file),
      ...given<Pick<CaseFile, "effectiveDate" | "lastServiceDay">>({
        effectiveDate,
        lastServiceDay,
      }),
    };
  const { lastServiceDay: _, ...rest } = only;
  return {
    ...file,
    episodes: [
      {
        ...rest,
        effectiveDate: effectiveDate ?? rest.effectiveDate,
        ...(lastServiceDay === undefined ? {} : { lastServiceDay }),
      },
    ],
  };
}

export const servicesOf = (file: CaseFile): readonly Episode[] => readCaseFile(file).episodes;

export interface ServiceValues {
  serviceType: ServiceType | undefined;
  effectiveDate: PlainDate | undefined;
  lastServiceDay: PlainDate | undefined;
}

export const serviceValues = (service: Episode | undefined): ServiceValues => ({
  serviceType: service?.serviceType,
  effectiveDate: service?.effectiveDate,
  lastServiceDay: service?.lastServiceDay,
});

/** The case with these services, each named: the short form says only one. */
export function withServices(file: CaseFile, services: readonly Episode[]): CaseFile {
  const {
    safetyPlanEffectiveDate: _p,
    careCoordinator: _c,
    careCoordinatorAssignedOn: _a,
    ...rest
  } = withoutShorthand(file);
  return withList(rest, "episodes", services);
}

/** Adds a service, or replaces the one of the same id. */
export function withServiceRow(
  file: CaseFile,
  id: EpisodeId | undefined,
  { serviceType, effectiveDate, lastServiceDay }: ServiceValues,
): CaseFile {
  const services = servicesOf(file);
  const before = services.find((one) => one.id === id);
  const { lastServiceDay: _, ...kept } = before ?? {
    id: freeId(
      "service-",
      services.map((one) => one.id),
    ) as EpisodeId,
  };
  const service: Episode = {
    ...kept,
    serviceType: serviceType as ServiceType,
    effectiveDate: effectiveDate as PlainDate,
    ...(lastServiceDay === undefined ? {} : { lastServiceDay }),
  };
  return withServices(file, withRow(services, before, service));
}

// Care coordinators (EXP-3).

/** A time with a care coordinator, and the service where the case names its services. */
export interface TermRow {
  /** Its place among all. */
  readonly at: number;
  readonly service: EpisodeId | undefined;
  readonly term: CoordinatorTerm;
}

export interface TermValues {
  service: string | undefined;
  name: string;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
}

const isShorthand = (file: CaseFile): boolean => (file.episodes ?? []).length === 0;

export function termsOf(file: CaseFile): readonly TermRow[] {
  if (!isShorthand(file))
    return servicesOf(file)
      .flatMap(({ id, coordinators = [] }) => coordinators.map((term) => ({ service: id, term })))
      .map((row, at) => ({ ...row, at }));
  const { careCoordinator = [], careCoordinatorAssignedOn: from } = file;
  const terms = [careCoordinator, from === undefined ? [] : { from }].flat() as CoordinatorTerm[];
  return terms.map((term, at) => ({ at, service: undefined, term }));
}

export const termValues = (row: TermRow | undefined): TermValues => ({
  service: row?.service,
  name: row?.term.name ?? "",
  from: row?.term.from,
  to: row?.term.to,
});

function withTerms(file: CaseFile, rows: readonly TermRow[]): CaseFile {
  if (!isShorthand(file))
    return withServices(
      file,
      servicesOf(file).map(({ coordinators: _, ...service }) => {
        const own = rows.filter((row) => row.service === service.id).map((row) => row.term);
        return own.length === 0 ? service : { ...service, coordinators: own };
      }),
    );
  const { careCoordinatorAssignedOn: _, ...rest } = file;
  return withList(
    rest,
    "careCoordinator",
    rows.map((row) => row.term),
  );
}

/** Adds a term, or replaces it. Of one service only it need not be said which. */
export function withTerm(
  file: CaseFile,
  before: TermRow | undefined,
  { service, name, from, to }: TermValues,
): CaseFile {
  const { name: _n, to: _t, ...kept } = before?.term ?? {};
  const [first] = servicesOf(file);
  const rows = termsOf(file);
  const row: TermRow = {
    at: before?.at ?? rows.length,
    service: isShorthand(file) ? undefined : ((service as EpisodeId | undefined) ?? first?.id),
    term: {
      ...kept,
      ...given<Pick<CoordinatorTerm, "name" | "to">>({
        name: name.trim() === "" ? undefined : name.trim(),
        to,
      }),
      from: from as PlainDate,
    },
  };
  return withTerms(file, [...rows.filter((one) => one.at !== row.at), row].toSorted(byPlace));
}

const byPlace = (a: TermRow, b: TermRow): number => a.at - b.at;

export const withoutTerm = (file: CaseFile, { at }: TermRow): CaseFile =>
  withTerms(
    file,
    termsOf(file).filter((row) => row.at !== at),
  );
