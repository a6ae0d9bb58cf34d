import { useLayoutEffect, useRef, useState, type ReactNode } from "react";

/**
 * Lets wide content scroll sideways inside the page. A named tab stop for the arrow keys, but only while there is
 * something to scroll.
 */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  const named = scrolls ? { role: "region", tabIndex: 0, "aria-label": label } : {};
  return (
    <div ref={box} className="scroll-region" {...named}>
      {children}
    </div>
  );
}
