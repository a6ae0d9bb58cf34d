import { randomUUID } from "node:crypto";
import { pg } from "@kinward/postgres";
import { type Area, insert } from "../soak/agency.ts";
import { draftOf } from "../soak/draft.ts";
import type { Worker } from "./sessions.ts";

/** A draft that is ready to be submitted. */
export interface Draft {
  readonly draftId: string;
  readonly worker: Worker;
  readonly area: Area;
}

let families = 0;

/** Saves drafts, the areas and the workers in turn: what comes before a submission is not measured. */
export async function saveDrafts(
  ownerUrl: string,
  count: number,
  areas: readonly Area[],
  workers: readonly Worker[],
): Promise<Draft[]> {
  const drafts = Array.from({ length: count }, (_, index): Draft => ({
    draftId: randomUUID(),
    worker: workers[index % workers.length] as Worker,
    area: areas[index % areas.length] as Area,
  }));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    insert(
      "app.draft",
      drafts.map(({ draftId, worker, area }) => ({
        draft_id: draftId,
        staff_id: worker.id,
        kind: "REFERRAL",
        title: "Family",
        content: draftOf({
          name: `Family ${(families += 1)}`,
          serviceAreaId: area.serviceAreaId,
          service: "FSRP",
        }),
        saved_at: new Date().toISOString(),
      })),
    ),
  );
  await client.end();
  return drafts;
}
