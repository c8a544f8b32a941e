// The articles that rows of answers rest on.

import type { Sourced } from "./rows";

export interface Source {
  readonly iri: string;
  readonly title: string;
  readonly publisher: string | null;
  /** How many records it gave. */
  readonly count: number;
}

/** Each article once, that with the most records first; a record in several lists counts once. */
export function articlesOf(rows: readonly Sourced[]): Source[] {
  const found = new Map<string, Source>();
  const seen = new Set<string>();
  for (const { record, article, article_iri: iri, publisher } of rows) {
    if (seen.has(record)) continue;
    seen.add(record);
    found.set(iri, { iri, title: article, publisher, count: (found.get(iri)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.title.localeCompare(b.title));
}
