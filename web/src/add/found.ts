// Records among the nodes of an article.

import { kinds, type Kind } from "../api/rows";
import { short } from "../address";

/** A node with its properties, as the API gives those of an article. */
export interface Node {
  iri: string;
  properties: { [name: string]: unknown[] | null };
}

export interface FoundRecord {
  iri: string;
  kind: Kind;
  label: string;
  day: string;
  confidence: number;
  /** Code points of the article's text, half-open. */
  spans: [number, number][];
}

/** "1023-1085 1090-1100" as pairs. */
export function spansOf(text: string): [number, number][] {
  return [...text.matchAll(/(\d+)-(\d+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
}

/** The records, in the order of the text. */
export function recordsOf(nodes: readonly Node[]): FoundRecord[] {
  const found: FoundRecord[] = [];
  for (const { iri, properties } of nodes) {
    const kind = kinds.find((k) => short(iri).startsWith(k + "/"));
    if (!kind) continue;
    const text = (name: string) => String(properties[name]?.[0] ?? "");
    found.push({
      iri, kind, label: text("rdfs:label"), day: text("demarche:day"), confidence: Number(text("demarche:confidence")), spans: spansOf(text("demarche:spans")),
    });
  }
  const begin = (r: FoundRecord) => r.spans[0]?.[0] ?? 0;
  return found.sort((a, b) => begin(a) - begin(b) || a.iri.localeCompare(b.iri));
}
