import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Draws its content only when it is nearly in sight, so that what nobody looks at is not asked for. */
export function Lazy({ children }: { children: ComponentChildren }) {
  const [seen, see] = useState(typeof IntersectionObserver === "undefined");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (seen || !place.current) return;
    const observer = new IntersectionObserver((entries) => { if (entries.some((e) => e.isIntersecting)) see(true); }, { rootMargin: "300px" });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen]);
  return <div ref={place} class="lazy">{seen ? children : <p class="busy">Not loaded yet.</p>}</div>;
}
