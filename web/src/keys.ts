// Keys that work wherever no text is being written, unless the user switched
// them off (WCAG 2.1.4).

import { useEffect, useRef } from "preact/hooks";
import { recall } from "./memory";

/** From a key, or two after each other ("g o"), to what it does. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Time between the two keys of a pair, in milliseconds. */
const patience = 1200;

/** Listens while the component is there. A key that a later component also has goes to both. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let before = "";
    let since = 0;
    const listen = (event: KeyboardEvent) => {
      if (recall("keys") === "off" || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
      const pair = event.timeStamp - since < patience ? before + " " + event.key : "";
      const act = latest.current[pair] ?? latest.current[event.key];
      before = event.key;
      since = event.timeStamp;
      if (!act) return;
      event.preventDefault();
      before = "";
      act(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, dialog *"));
}
