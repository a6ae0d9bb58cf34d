import { useLayoutEffect, useState, type RefObject } from "react";

/**
 * Whether the element is narrower than `limit` CSS pixels. Measured on the container and before paint, so that a
 * table turns into cards inside a narrow column too, and only one of the twins is ever in the page.
 */
export function useNarrow(ref: RefObject<HTMLElement | null>, limit: number): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setNarrow(element.clientWidth < limit);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width < limit);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, limit]);
  return narrow;
}
