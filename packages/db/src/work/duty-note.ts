import type { CaseId, EpisodeId, StaffId } from "@kinward/domain/kernel";
import type { Trx } from "../core/client.ts";

/** Why duties were late or missed (DEC-25); a later note of the same duty takes the place of the former, which history keeps. */
export async function recordDutyNotes(
  trx: Trx,
  notes: readonly {
    readonly caseId: CaseId;
    readonly episodeId: EpisodeId;
    readonly key: string;
    readonly note: string;
    readonly staffId: StaffId;
  }[],
): Promise<void> {
  for (const note of notes)
    await trx
      .insertInto("dutyNote")
      .values(note)
      .onConflict((conflict) =>
        conflict
          .columns(["episodeId", "key"])
          .doUpdateSet({ note: note.note, staffId: note.staffId }),
      )
      .execute();
}
