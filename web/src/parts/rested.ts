import { useEffect, useState } from "preact/hooks";

/** The value once it has not changed for some milliseconds. */
export function useRested<T>(value: T, pause: number): T {
  const [rested, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return rested;
}
