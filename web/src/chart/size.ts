import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size that an element has on the page, in pixels, kept up to date; undefined until it is known. */
export function useSize(of: RefObject<HTMLElement | null>): Size | undefined {
  const [size, set] = useState<Size>();
  useEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.round(entry.contentRect.width);
      const height = Math.round(entry.contentRect.height);
      if (width > 0 && height > 0) set((before) => (before?.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(of.current);
    return () => observer.disconnect();
  }, []);
  return size;
}
