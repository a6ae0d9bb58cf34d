import type { WarningCode } from "../../kernel/codes.ts";
import { refuse, type Result } from "../../kernel/result.ts";

/** Warnings that somebody has to have seen and answered with yes; all others are only shown. */
const NEED_A_YES: ReadonlySet<WarningCode> = new Set(["CONTACT_DUPLICATE"]);

/** The result, unless a warning in it needs a yes that was not given: WARNING_NOT_ACCEPTED for each of those. */
export const whereAnswered = <T>(
  result: Result<T>,
  accepted: readonly WarningCode[] = [],
): Result<T> => {
  if (!result.ok) return result;
  const open = result.warnings.filter(
    ({ code }) => NEED_A_YES.has(code) && !accepted.includes(code),
  );
  return open.length === 0
    ? result
    : refuse(
        ...open.map(({ code, params }) => ({
          code: "WARNING_NOT_ACCEPTED" as const,
          params: { ...params, of: code },
        })),
      );
};
