import type { CommandId, Instant, StaffId } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import type { Trx } from "../core/client.ts";
import { canonical, sha256 } from "../core/digest.ts";
import { json } from "../core/values.ts";

export { loadPolicyBook } from "../policy/books.ts";

/** Writes the next policy book of a profile. Two at once cannot have the same number: the second is refused. */
export async function publishBook(
  trx: Trx,
  book: PolicyBook & { readonly publishedAt: Instant },
  { publishedBy, commandId }: { readonly publishedBy: StaffId; readonly commandId: CommandId },
): Promise<void> {
  const { profile, number, publishedAt } = book;
  await trx
    .insertInto("policyBook")
    .values({
      profile,
      number,
      digest: sha256(canonical(book)),
      document: json(book),
      publishedAt,
      publishedBy,
      commandId,
    })
    .execute();
}
