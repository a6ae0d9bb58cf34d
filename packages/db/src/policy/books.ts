import type { Instant, PlainDate } from "@kinward/domain/kernel";
import { type CaseProfile, defaultPolicyBook, type PolicyBook } from "@kinward/domain/policy";
import type { BookView } from "@kinward/domain/views";
import { type RawBuilder, sql } from "kysely";
import type { ReadTrx, Trx } from "../core/client.ts";
import { present } from "../core/values.ts";

/** Which book: its digest names its content, whatever database it comes from. */
export interface BookRef {
  readonly profile: CaseProfile;
  /** 0: nothing was published, the defaults apply. */
  readonly number: number;
  readonly digest?: string;
}

/** Books are immutable, so what was read once need not be read again. */
const cache = new Map<string, PolicyBook>();

const DEFAULT_BOOKS: Readonly<Record<CaseProfile, PolicyBook>> = {
  IA_FSRP: defaultPolicyBook("IA_FSRP"),
  KY_IN_HOME: defaultPolicyBook("KY_IN_HOME"),
};

/** The book in force, or as published by a moment. */
export async function loadPolicyBook(
  trx: ReadTrx | Trx,
  profile: CaseProfile,
  knownAt?: Instant,
): Promise<PolicyBook> {
  const ref = await (trx as ReadTrx)
    .selectFrom("policyBook")
    .select(["number", "digest"])
    .where("profile", "=", profile)
    .$if(knownAt !== undefined, (query) => query.where("publishedAt", "<=", knownAt as Instant))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return getPolicyBook(trx, { profile, ...(ref ?? { number: 0 }) });
}

/** A published book by its number, 0 for the policy texts; undefined where none has it. */
export async function findPolicyBook(
  trx: ReadTrx,
  profile: CaseProfile,
  number: number,
): Promise<PolicyBook | undefined> {
  if (number === 0) return DEFAULT_BOOKS[profile];
  const ref = await trx
    .selectFrom("policyBook")
    .select(["profile", "number", "digest"])
    .where("profile", "=", profile)
    .where("number", "=", number)
    .executeTakeFirst();
  return ref && getPolicyBook(trx, ref);
}

/** All books of a profile, the newest first, ending with the policy texts. */
export async function listPolicyBooks(
  trx: ReadTrx,
  profile: CaseProfile,
): Promise<readonly BookView[]> {
  const published = await trx
    .selectFrom("policyBook as b")
    .leftJoin("staff as s", "s.staffId", "b.publishedBy")
    .select(["b.number", "b.publishedAt", "s.name as publishedBy"])
    .select(
      // What a book brings is what was published with it; the versions before stay in it as they were.
      sql<PlainDate | null>`(SELECT min(v ->> 'validFrom') FROM jsonb_array_elements(b.document -> 'settings') v
        WHERE v ->> 'publishedAt' = b.document ->> 'publishedAt')`.as("effectiveOn"),
    )
    .where("b.profile", "=", profile)
    .orderBy("b.number", "desc")
    .execute();
  return [...published.map(present), { number: 0 }];
}

/** A book by its reference; one query at most, and none for a book that this process has seen. */
export async function getPolicyBook(trx: ReadTrx | Trx, ref: BookRef): Promise<PolicyBook> {
  if (ref.digest === undefined) return DEFAULT_BOOKS[ref.profile];
  const known = cache.get(ref.digest);
  if (known !== undefined) return known;
  const { document } = await (trx as ReadTrx)
    .selectFrom("policyBook")
    .select("document")
    .where("profile", "=", ref.profile)
    .where("number", "=", ref.number)
    .executeTakeFirstOrThrow();
  cache.set(ref.digest, document);
  return document;
}

/** Number and digest of the book that stands behind a case, as one column: read with the case, compared by number. */
export const bookRefOf = (
  profile: string,
  knownAt?: Instant | RawBuilder<Instant>,
) => sql<BookRef | null>`(
  SELECT jsonb_build_object('profile', b.profile, 'number', b.number, 'digest', b.digest)
  FROM app.policy_book b WHERE b.profile = ${sql.ref(profile)}
    ${knownAt === undefined ? sql`` : sql`AND b.published_at <= ${knownAt}`}
  ORDER BY b.number DESC LIMIT 1)`;
