import { ChevronLeft, ChevronRight } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";

export interface PaginationProps {
  /** What is paged, for screen readers: "Cases". */
  label: string;
  /** Number of the first and last row shown, counted from 1. */
  from: number;
  to: number;
  total?: number | undefined;
  /** Missing on the first page. */
  onPrevious?: (() => void) | undefined;
  /** Missing on the last page. */
  onNext?: (() => void) | undefined;
}

/** Pages of a long list. */
export function Pagination({ label, from, to, total, onPrevious, onNext }: PaginationProps) {
  const { messages } = useUi();
  return (
    <nav className="pages" aria-label={`${messages.pages}: ${label}`}>
      <span className="muted small">{messages.showingRows(from, to, total)}</span>
      <div className="row">
        <Button
          size="small"
          isDisabled={!onPrevious}
          onPress={onPrevious}
          icon={<ChevronLeft size={16} aria-hidden />}
        >
          {messages.previous}
        </Button>
        <Button size="small" isDisabled={!onNext} onPress={onNext}>
          {messages.next}
          <ChevronRight size={16} aria-hidden />
        </Button>
      </div>
    </nav>
  );
}
