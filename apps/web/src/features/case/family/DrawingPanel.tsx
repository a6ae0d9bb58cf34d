import { useLayoutEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Maximize2, X, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import { familyWords } from "../../../messages/en/family.ts";
import { FamilyDrawing, type FamilyDrawingProps } from "./FamilyDrawing.tsx";

const words = familyWords.zoom;
const STEPS = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
const NATURAL = 3;

/** The drawing in a window of its own size: larger and smaller by buttons, and over the whole screen. */
export function DrawingPanel(props: Omit<FamilyDrawingProps, "zoom">) {
  const [isFull, setFull] = useState(false);
  return (
    <>
      <Zoomable {...props} onFull={() => setFull(true)} />
      <ModalOverlay className="kin-full" isOpen={isFull} onOpenChange={setFull}>
        <Modal>
          <Dialog aria-label={familyWords.title}>
            <Zoomable {...props} onClose={() => setFull(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

interface ZoomableProps extends Omit<FamilyDrawingProps, "zoom"> {
  onFull?: () => void;
  onClose?: () => void;
}

function Zoomable({ onFull, onClose, ...props }: ZoomableProps) {
  const [step, setStep] = useState(NATURAL);
  const [fit, setFit] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const zoom = fit ?? STEPS[step] ?? 1;
  useLayoutEffect(() => {
    // A drawing wider than its window begins in the middle, where the family is.
    const region = box.current?.querySelector(".scroll-region");
    if (region) region.scrollLeft = (region.scrollWidth - region.clientWidth) / 2;
  }, [zoom]);
  const change = (by: number) => {
    const at = fit === undefined ? step : STEPS.findIndex((each) => each >= fit);
    setFit(undefined);
    setStep(Math.max(0, Math.min(STEPS.length - 1, at + by)));
  };
  const fitIn = () => {
    const region = box.current?.querySelector(".scroll-region");
    const svg = region?.querySelector("svg");
    if (!region || !svg) return;
    setFit(Math.min(1, (region.clientWidth / svg.clientWidth) * zoom));
  };
  return (
    <div className="kin-panel" ref={box}>
      <div className="row kin-tools" role="group" aria-label={words.label}>
        <Button
          size="small"
          icon={<ZoomOut size={15} aria-hidden />}
          isDisabled={zoom <= STEPS[0]}
          onPress={() => change(-1)}
        >
          {words.out}
        </Button>
        <Button
          size="small"
          icon={<ZoomIn size={15} aria-hidden />}
          isDisabled={zoom >= (STEPS.at(-1) ?? 2)}
          onPress={() => change(1)}
        >
          {words.in}
        </Button>
        <Button size="small" onPress={fitIn}>
          {words.fit}
        </Button>
        {onFull && (
          <Button size="small" icon={<Maximize2 size={15} aria-hidden />} onPress={onFull}>
            {words.full}
          </Button>
        )}
        {onClose && (
          <Button size="small" icon={<X size={15} aria-hidden />} onPress={onClose}>
            {words.close}
          </Button>
        )}
      </div>
      <ScrollRegion label={familyWords.title}>
        <FamilyDrawing {...props} zoom={zoom} />
      </ScrollRegion>
    </div>
  );
}
