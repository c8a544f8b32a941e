// Which records of an article are shown.

import { kinds, type Kind } from "../api/rows";
import type { ArticleRecord } from "./articlerecords";

/** Reads "statement,event". */
export function hiddenKinds(param: string | undefined): Set<Kind> {
  const names = (param ?? "").split(",");
  return new Set(kinds.filter((k) => names.includes(k)));
}

/** The setting after a kind was switched; undefined when none is hidden. */
export function toggled(hidden: ReadonlySet<Kind>, kind: Kind): string | undefined {
  const next = kinds.filter((k) => (k === kind ? !hidden.has(k) : hidden.has(k)));
  return next.join(",") || undefined;
}

export function shownRecords(all: readonly ArticleRecord[], hidden: ReadonlySet<Kind>, confidence: number): ArticleRecord[] {
  return all.filter((r) => !hidden.has(r.kind) && r.confidence >= confidence);
}

/** The record that a click on a piece opens: the innermost one, then those around it, each in turn. */
export function nextAt(ids: readonly string[], active: string | undefined): string | undefined {
  return ids[active === undefined ? 0 : (ids.indexOf(active) + 1) % Math.max(1, ids.length)];
}
