import type { CaseListScope } from "@kinward/db/cases";
import type { SignedIn } from "../trpc/context.ts";

/** Whose lists: what the reads of lists cut to. */
export const scopeOf = ({ actor, caller }: SignedIn): CaseListScope => ({
  staffId: actor.staffId,
  roles: actor.roles,
  ...(caller.organizationId === undefined ? {} : { organizationId: caller.organizationId }),
});
