import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** How far below the window something is near, in pixels. */
const reach = 400;

/** Makes its content when it is scrolled near, so that what is far down asks nothing yet. */
export function Near({ children }: { children: () => ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current || isNear) return;
    const observer = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && setNear(true), { rootMargin: `${reach}px` });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear]);
  return isNear ? <>{children()}</> : <div ref={place} class="far" />;
}
