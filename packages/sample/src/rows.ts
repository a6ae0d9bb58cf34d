import type {
  CaseId,
  CommandId,
  Instant,
  OrganizationId,
  Params,
  PlainDate,
  StaffId,
} from "@kinward/domain/kernel";
import type { Tables } from "@kinward/db";
import type { Insertable } from "kysely";
import type { IdMaker } from "./random.ts";

/** Tables in the order in which their rows can be written: what is referred to comes first. */
export const TABLE_ORDER = [
  "organization",
  "office",
  "team",
  "staff",
  "staffRole",
  "teamMember",
  "supervisorLine",
  "serviceArea",
  "contractArea",
  "contractAreaCounty",
  "contract",
  "contractRate",
  "contractSubcontractor",
  "areaStarter",
  "command",
  "policyBook",
  "caseNumber",
  "person",
  "personNameKey",
  "caseRecord",
  "member",
  "memberBasis",
  "memberPurpose",
  "livingSituation",
  "relationship",
  "terminationOfRights",
  "frequency",
  "householdChange",
  "caseTeam",
  "caseOrg",
  "episode",
  "referral",
  "referralForm",
  "priorService",
  "rotationEpoch",
  "ledgerLine",
  "areaHead",
  "episodeContractor",
  "coordinator",
  "contact",
  "taskRecord",
  "dutyNote",
  "history",
] as const satisfies readonly (keyof Tables)[];
export type FilledTable = (typeof TABLE_ORDER)[number];

export type Row<T extends FilledTable> = Insertable<Tables[T]>;

/** What a row says about when it became known, and by which act. */
export interface Known {
  readonly version: number;
  readonly knownFrom: Instant;
  readonly commandId: CommandId;
}

/** Who acted, for the record of commands. */
export interface Actor {
  readonly staffId: StaffId;
  readonly organizationId?: OrganizationId;
}

const push = <Key>(map: Map<Key, object[]>, key: Key, row: object): void => {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
};

/** Collects all rows of the sample before they are written in bulk. */
export class Rows {
  readonly #tables = new Map<FilledTable, object[]>();
  readonly #ofCases = new Map<string, object[]>();
  readonly #birthDates = new Map<string, PlainDate>();
  readonly #id: IdMaker;

  constructor(id: IdMaker) {
    this.#id = id;
  }

  add<T extends FilledTable>(table: T, row: Row<T>): void {
    push(this.#tables, table, row);
    if ("caseId" in row && typeof row.caseId === "string")
      push(this.#ofCases, `${table}/${row.caseId}`, row);
    if ("birthDate" in row && row.birthDate != null)
      this.#birthDates.set((row as Row<"person">).personId, row.birthDate as PlainDate);
  }

  of<T extends FilledTable>(table: T): readonly Row<T>[] {
    return (this.#tables.get(table) ?? []) as Row<T>[];
  }

  /** The newest row that fits; rows may be completed until they are written. */
  findLast<T extends FilledTable>(table: T, fits: (row: Row<T>) => boolean): Row<T> | undefined {
    return (this.#tables.get(table) as Row<T>[] | undefined)?.findLast(fits);
  }

  /** The rows of one case, found without going through all of them. */
  ofCase<T extends FilledTable>(table: T, caseId: CaseId): readonly Row<T>[] {
    return (this.#ofCases.get(`${table}/${caseId}`) ?? []) as Row<T>[];
  }

  birthDateOf(personId: string): PlainDate | undefined {
    return this.#birthDates.get(personId);
  }

  /** One act of the past with its own time of knowledge; gives the columns for the rows that it wrote. */
  act(
    procedure: string,
    actor: Actor,
    at: Instant,
    about: {
      readonly caseId?: CaseId;
      readonly subject?: { readonly kind: string; readonly id: string };
      readonly params?: Params;
      readonly reason?: string;
    } = {},
  ): Known {
    const commandId = this.#id<CommandId>(at);
    this.add("command", {
      commandId,
      procedure,
      actorStaffId: actor.staffId,
      systemPurpose: null,
      organizationId: actor.organizationId ?? null,
      at,
      recordedAt: null,
      caseId: about.caseId ?? null,
      subjectKind: about.subject?.kind ?? null,
      subjectId: about.subject?.id ?? null,
      reason: about.reason ?? null,
      inputDigest: `sample:${commandId}`,
      params: about.params ?? {},
      result: null,
    });
    return { version: 1, knownFrom: at, commandId };
  }
}

/** A moment of a working day as it is written down, in UTC; the sample agency's offices are six hours behind. */
export const momentOf = (day: PlainDate, hour: number, minute = 0): Instant =>
  new Date(
    Date.UTC(
      Number(day.slice(0, 4)),
      Number(day.slice(5, 7)) - 1,
      Number(day.slice(8)),
      hour + 6,
      minute,
    ),
  ).toISOString() as Instant;
