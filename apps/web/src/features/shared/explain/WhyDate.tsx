import { lazy, Suspense, useRef, useState } from "react";
import { CircleHelp } from "lucide-react";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { useUi } from "@kinward/ui";

const WhyPopover = lazy(() => import("./WhyPopover.tsx"));

export interface WhyDateProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  dutyKey: string;
  /** For screen readers: "First face-to-face contact, Alvarez-Reed". */
  about: string;
  /** Offers to record why. */
  late?: boolean | undefined;
  /** In dense rows only the first word is shown; the whole name is still read out. */
  dense?: boolean | undefined;
}

/** "Why this date" beside a duty. The popover, and what it says, are loaded when somebody asks. */
export function WhyDate(props: WhyDateProps) {
  const { messages } = useUi();
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="btn btn-quiet btn-small"
        aria-label={`${messages.whyThisDate}: ${props.about}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <CircleHelp size={15} aria-hidden />
        {props.dense ? messages.whyThisDate.split(" ")[0] : messages.whyThisDate}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <WhyPopover {...props} triggerRef={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
