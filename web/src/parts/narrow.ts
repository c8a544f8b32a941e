import { useEffect, useState } from "preact/hooks";

/** As where the sheets lay out for phones. */
const phones = "(max-width: 45rem)";

/** Whether the window is as narrow as a phone. */
export function useNarrow(): boolean {
  const [isNarrow, set] = useState(() => matchMedia(phones).matches);
  useEffect(() => {
    const list = matchMedia(phones);
    const follow = () => set(list.matches);
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, []);
  return isNarrow;
}
