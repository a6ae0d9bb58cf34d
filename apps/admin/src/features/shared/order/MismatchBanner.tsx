import type { RotationCheck } from "@kinward/domain/views";
import { LinkButton } from "@kinward/ui/LinkButton";
import { StopBanner } from "@kinward/ui/StopBanner";
import { paths } from "../../../paths.ts";
import { order as m } from "./messages.ts";

interface MismatchBannerProps {
  readonly check: RotationCheck | undefined;
  /** On the screen of the area itself there is nowhere to go. */
  readonly withLink?: boolean;
}

/** The first area whose ledger does not follow from its lines and the rule; nothing while all agree. */
export function MismatchBanner({ check, withLink = true }: MismatchBannerProps) {
  const bad = check?.areas.find((area) => !area.verdict.ok);
  if (bad === undefined || bad.verdict.ok) return null;
  const { verdict } = bad;
  return (
    <StopBanner
      title={m.replay.mismatch(bad.name)}
      actions={
        withLink && (
          <LinkButton href={paths.rotation(bad.contractAreaId)}>{m.replay.open}</LinkButton>
        )
      }
    >
      <p>
        {m.replay.fault[verdict.check](verdict.seq)}{" "}
        {m.replay.field(verdict.field, verdict.expected, verdict.found)} {m.replay.wait}
      </p>
    </StopBanner>
  );
}
