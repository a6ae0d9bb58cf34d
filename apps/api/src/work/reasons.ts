import { loadCaseFiles } from "@kinward/db/cases";
import { explain as explainDuty } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { WorkRow } from "@kinward/domain/views";
import type { Explained } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { explain } from "@kinward/wording/en/explain";
import type { ScopeContext } from "../trpc/procedures.ts";

/** Why a row has its date, as a file says it: without the people and contacts of the case. */
export interface RowReason {
  /** "CON-4; Iowa, Topic 6, lines 59-63; First contact within 5 business days (...)". */
  readonly source: string;
  readonly counting?: string;
}

/** Cases whose facts are in memory at once. */
const BATCH = 200;

/** The reason of every row that is a duty, by the id of the row: what "Why this date" says of its first duty. */
export async function reasonsOf(
  trx: ScopeContext["trx"],
  rows: readonly WorkRow[],
  today: PlainDate,
): Promise<ReadonlyMap<string, RowReason>> {
  const reasons = new Map<string, RowReason>();
  const byCase = Map.groupBy(rows, (row) => row.caseId);
  const caseIds = [...byCase.keys()];
  for (let from = 0; from < caseIds.length; from += BATCH) {
    const loaded = await loadCaseFiles(trx, caseIds.slice(from, from + BATCH));
    for (const { caseId, file, book } of loaded)
      for (const row of byCase.get(caseId) ?? []) {
        const [key] = row.keys;
        const found = key && explainDuty(file, book, today, row.episodeId, key);
        if (!found) continue;
        const said = explain(found, { nameOf: (id) => id, today });
        const counting = countingOf(said, today);
        reasons.set(row.id, {
          source: [found.rule.id, ...said.sources].join("; "),
          ...(counting !== undefined && { counting }),
        });
      }
  }
  return reasons;
}

/** Each day of a count in one line, or the sentence where it is not by business days. */
const countingOf = ({ counting, days }: Explained, today: PlainDate): string | undefined =>
  days === undefined
    ? counting
    : days
        .map(({ date, counts, number, reason }) => {
          const day = dates.date(date, { today, style: "day" });
          if (counts === "start") return day;
          return counts === "skipped" ? `${day} (${reason})` : `${day} = ${number}`;
        })
        .join(", ");
