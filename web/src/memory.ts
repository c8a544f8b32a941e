// What the browser remembers of its user. It may refuse to, as in private
// windows; then nothing is remembered and everything else works.

import { useEffect, useState } from "preact/hooks";

const prefix = "demarche.";

/** Names of what is remembered. The token lasts as long as the tab. */
export type Name = "theme" | "keys" | "reviewer" | "token" | "seen";

const storeOf = (name: Name): Storage => (name === "token" ? sessionStorage : localStorage);

export function recall(name: Name): string {
  try {
    return storeOf(name).getItem(prefix + name) ?? "";
  } catch {
    return "";
  }
}

export function remember(name: Name, value: string): void {
  try {
    if (value === "") storeOf(name).removeItem(prefix + name);
    else storeOf(name).setItem(prefix + name, value);
  } catch {
    // refused; see above
  }
  dispatchEvent(new CustomEvent(prefix + name, { detail: value }));
}

/** What is remembered under the name, kept up to date; and the way to change it. */
export function useMemory(name: Name): [string, (value: string) => void] {
  const [value, set] = useState(() => recall(name));
  useEffect(() => {
    const follow = (event: Event) => set((event as CustomEvent<string>).detail);
    addEventListener(prefix + name, follow);
    return () => removeEventListener(prefix + name, follow);
  }, [name]);
  return [value, (next) => remember(name, next)];
}
