import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The width that an element has on the page, kept up to date. */
export function useWidth(of: RefObject<HTMLElement | null>, first: number): number {
  const [width, set] = useState(first);
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    set(element.clientWidth || first);
    const observer = new ResizeObserver(() => element.clientWidth > 0 && set(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
