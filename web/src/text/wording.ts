// How the words of one report differ from those of another.

import { diffWords } from "diff";

export interface Part {
  is: "same" | "added" | "removed";
  text: string;
}

/** What the second text adds and leaves out; share is how much of the longer one both have. */
export interface Difference {
  parts: Part[];
  share: number;
}

/** Below this, words in common are by chance, and marking them would confuse. */
export const alike = 0.25;

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
const words = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;

export function difference(ours: string, theirs: string): Difference {
  const [a, b] = [plain(ours), plain(theirs)];
  const parts: Part[] = diffWords(a, b, { ignoreCase: true }).map((change) => ({
    is: change.added ? "added" : change.removed ? "removed" : "same", text: change.value,
  }));
  const common = parts.reduce((sum, p) => sum + (p.is === "same" ? words(p.text) : 0), 0);
  const most = Math.max(words(a), words(b));
  return { parts, share: most === 0 ? 1 : common / most };
}
