import { v7 as uuidv7 } from "uuid";
import type { CaseId, DraftId } from "@kinward/domain/kernel";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { asId } from "../../app/ids.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { familyOf, memberOf } from "./content.ts";

/** Begins a further referral of a known case: its people come along, every answer stays open. */
export async function beginReferral(caseId: CaseId): Promise<DraftId> {
  const known = await queryClient.fetchQuery(
    api.referrals.caseForReferral.queryOptions({ caseId }),
  );
  const content = { caseId, family: { members: known.people.map(memberOf) } };
  const draftId = asId<DraftId>(uuidv7());
  await trpcClient.drafts.save.mutate({
    commandId: uuidv7(),
    draftId,
    kind: "REFERRAL",
    title: familyOf(content) ?? referrals.newReferral,
    content,
    expectedVersion: 0,
  } as never);
  void queryClient.invalidateQueries({ queryKey: api.drafts.list.queryKey() });
  return draftId;
}
