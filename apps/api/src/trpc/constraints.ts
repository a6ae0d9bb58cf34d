import type { Refusal } from "@kinward/domain/kernel";

/**
 * Constraints that two simultaneous acts can run into although each was right by itself, and the refusal that the later
 * one gets. The deciders refuse the same for acts one after the other.
 */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  agency_pkey: { code: "INVALID_TRANSITION" },
  organization_name: { code: "DUPLICATE_NAME", path: ["name"] },
  office_name: { code: "DUPLICATE_NAME", path: ["name"] },
  proposal_open_once: { code: "PROPOSAL_OPEN" },
  policy_book_pkey: { code: "BOOK_CHANGED" },
  staff_email_key: { code: "EMAIL_TAKEN", path: ["email"] },
  contract_position_free: { code: "PERIOD_OVERLAP", path: ["position"] },
  one_cover_at_a_time: { code: "PERIOD_OVERLAP", path: ["from"] },
  one_worker_at_a_time: { code: "PERIOD_OVERLAP", path: ["from"] },
  one_coordinator_at_a_time: { code: "CARE_COORDINATOR_OVERLAP", path: ["from"] },
  contract_organization_once: { code: "PERIOD_OVERLAP", path: ["from"] },
};

/** Exclusion constraints without a name of their own: two rows of one key on one day. */
const OVERLAP = /_excl\d*$/;

/** A client's id that leads to nothing. */
export const isDanglingId = (error: unknown): boolean =>
  ((error ?? {}) as { code?: unknown }).code === "23503";

const UNIQUE_VIOLATION = "23505";
const EXCLUSION_VIOLATION = "23P01";

/** The refusal for a violated constraint; undefined for anything else, which is a bug. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  if (typeof constraint !== "string" || (code !== UNIQUE_VIOLATION && code !== EXCLUSION_VIOLATION))
    return undefined;
  return (
    REFUSALS[constraint] ?? (OVERLAP.test(constraint) ? { code: "PERIOD_OVERLAP" } : undefined)
  );
}
