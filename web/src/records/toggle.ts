// Which records of an article are shown.

import { listed } from "../address";
import { kinds, type Kind } from "../api/rows";
import type { ArticleRecord } from "./articlerecords";

/** Reads "statement,event". */
export function hiddenKinds(setting: string | undefined): Set<Kind> {
  const names = listed(setting);
  return new Set(kinds.filter((k) => names.includes(k)));
}

export function shownRecords(all: readonly ArticleRecord[], hidden: ReadonlySet<Kind>, confidence: number): ArticleRecord[] {
  return all.filter((r) => !hidden.has(r.kind) && r.confidence >= confidence);
}

/** The record that a click on a piece opens: the innermost one, then those around it, each in turn. */
export function nextAt(ids: readonly string[], active: string | undefined): string | undefined {
  return ids[active === undefined ? 0 : (ids.indexOf(active) + 1) % Math.max(1, ids.length)];
}
