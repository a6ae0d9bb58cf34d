import { lazy, Suspense, useState, type RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useUi } from "@kinward/ui";
import { Explanation } from "./Explanation.tsx";
import type { WhyDateProps } from "./WhyDate.tsx";

const RecordWhy = lazy(() => import("../why/RecordWhy.tsx"));

export interface WhyPopoverProps extends WhyDateProps {
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}

export default function WhyPopover({ triggerRef, onClose, ...duty }: WhyPopoverProps) {
  const { messages } = useUi();
  const [recording, setRecording] = useState(false);
  if (recording)
    return (
      <Suspense fallback={null}>
        <RecordWhy
          caseId={duty.caseId}
          episodeId={duty.episodeId}
          keys={[duty.dutyKey]}
          title={duty.about}
          onClose={onClose}
        />
      </Suspense>
    );
  return (
    <Popover
      className="popover popover-wide"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog aria-label={`${messages.whyThisDate}: ${duty.about}`}>
        <Explanation {...duty} onRecordWhy={duty.late ? () => setRecording(true) : undefined} />
      </Dialog>
    </Popover>
  );
}
