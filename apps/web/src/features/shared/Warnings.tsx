import { Button } from "@kinward/ui/Button";
import { warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { type Params, WARNING_CODES, type WarningCode } from "@kinward/domain/kernel";
import type { Failure } from "../../api/failure.ts";
import { shared } from "../../messages/en/shared.ts";

const words = shared.warnings;

/** Warnings that want a yes before the server goes on. */
export const warningsToAccept = (failure: Failure | undefined): readonly WarningCode[] =>
  failure?.kind !== "REFUSED"
    ? []
    : failure.refusals
        .filter((refusal) => refusal.code === "WARNING_NOT_ACCEPTED")
        .flatMap((refusal) => refusal.params?.["of"] ?? [])
        .filter((of): of is WarningCode =>
          (WARNING_CODES as readonly string[]).includes(of as string),
        );

/** What the server found before saving, and the button that goes on all the same. */
export function Warnings({
  of,
  isSaving,
  onAccept,
  acceptText,
  params,
}: {
  of: readonly WarningCode[];
  isSaving: boolean;
  onAccept: () => void;
  acceptText?: string;
  /** What the sentences name. */
  params?: Params | undefined;
}) {
  if (of.length === 0) return null;
  return (
    <section role="alert" className="stale-note stack-small" aria-label={words.look}>
      <p className="strong">{words.look}</p>
      {of.map((code) => (
        <p key={code}>{warningText(codes, { code, ...(params && { params }) })}</p>
      ))}
      <div>
        <Button onPress={onAccept} isPending={isSaving}>
          {acceptText ?? words.anyway}
        </Button>
      </div>
    </section>
  );
}
