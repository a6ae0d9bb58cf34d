import { dutyId } from "@kinward/domain/contacts";
import type { CaseId, EpisodeId, Instant, PersonId, PlainDate } from "@kinward/domain/kernel";
import type { EpisodeView } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import { caseFilesQuery, type CaseFileRow, type LoadedCase } from "../cases/case-file.ts";
import {
  type CaseFacts,
  caseFactsQuery,
  detailsById,
  episodeOf,
  episodesQuery,
  type EpisodeRow,
  type PersonDetails,
  personDetailsQuery,
} from "../cases/case-page.ts";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";
import { getPolicyBook } from "../policy/books.ts";
import { asKnown } from "./as-known.ts";

/** What was known at a moment, asked about a day. */
export interface AskedState {
  /** `infinity`: what is known now. */
  readonly knownAt: Instant | "infinity";
  readonly day: PlainDate;
}

/** All that the pages of a case are made from, as known at a moment. */
export interface StoredState {
  readonly loaded: LoadedCase;
  readonly facts: CaseFacts;
  readonly episodes: readonly EpisodeView[];
  readonly details: ReadonlyMap<PersonId, PersonDetails>;
  /** Why duties were late or missed, by episode and key. */
  readonly notes: ReadonlyMap<string, string>;
}

type Numbered<Row> = Row & { readonly n: number };

/**
 * A case as it was known at several moments: five statements, however many. Undefined where nothing of it was known yet.
 */
export async function loadCaseStates(
  trx: ReadTrx,
  caseId: CaseId,
  asked: readonly AskedState[],
): Promise<readonly (StoredState | undefined)[]> {
  const run = <Row>(
    query: (at: RawBuilder<Instant>, day: RawBuilder<PlainDate>) => RawBuilder<Row>,
  ) => ofMoments(trx, asked, query);
  const files = await run<CaseFileRow>((at) => caseFilesQuery([caseId], at));
  const facts = await run<CaseFacts>((at, day) => caseFactsQuery(caseId, day, at));
  const episodes = await run<EpisodeRow>((at, day) => episodesQuery(caseId, day, at));
  const details = await run<PersonDetails>((at, day) => personDetailsQuery(caseId, day, at));
  const notes = await run<NoteRow>((at) => notesQuery(caseId, at));
  const states: (StoredState | undefined)[] = [];
  for (const n of asked.keys()) {
    const [file] = files.get(n) ?? [];
    const [fact] = facts.get(n) ?? [];
    if (file === undefined || fact === undefined) {
      states.push(undefined);
      continue;
    }
    const { book, ...row } = file;
    states.push({
      loaded: {
        ...row,
        book: await getPolicyBook(trx, book ?? { profile: row.profile, number: 0 }),
      },
      facts: present(fact) as CaseFacts,
      episodes: (episodes.get(n) ?? []).map(episodeOf),
      details: detailsById(details.get(n) ?? []),
      notes: new Map((notes.get(n) ?? []).map((one) => [dutyId(one), one.note])),
    });
  }
  return states;
}

/** Asks one question about all moments at once; answers by the number of the moment. */
async function ofMoments<Row>(
  trx: ReadTrx,
  asked: readonly AskedState[],
  query: (at: RawBuilder<Instant>, day: RawBuilder<PlainDate>) => RawBuilder<Row>,
): Promise<ReadonlyMap<number, readonly Row[]>> {
  const moments = JSON.stringify(asked.map(({ knownAt, day }, n) => ({ n, at: knownAt, day })));
  const { rows } = await sql<Numbered<Row>>`
    SELECT moment.n, x.* FROM jsonb_to_recordset(${moments}::jsonb) AS moment(n integer, at timestamptz, day date)
    CROSS JOIN LATERAL (${query(sql.ref("moment.at"), sql.ref("moment.day"))}) x ORDER BY moment.n`.execute(
    trx as unknown as Trx,
  );
  const byMoment = new Map<number, Row[]>();
  for (const { n, ...row } of rows) {
    const list = byMoment.get(n) ?? [];
    list.push(row as Row);
    byMoment.set(n, list);
  }
  return byMoment;
}

interface NoteRow {
  readonly episodeId: EpisodeId;
  readonly key: string;
  readonly note: string;
}
const notesQuery = (caseId: CaseId, at: RawBuilder<Instant>) => sql<NoteRow>`
  SELECT d.episode_id, d.key, d.note FROM ${asKnown("duty_note", [caseId], at)} d WHERE d.case_id = ${caseId}`;
