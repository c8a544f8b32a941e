// The records of an article, from its nodes as the API gives them.

import type { Schemas } from "../api/client";
import type { Kind } from "../api/rows";
import { parseSpans, type Span } from "../text/points";

export interface ArticleRecord {
  iri: string;
  kind: Kind;
  label: string;
  confidence: number;
  headline: boolean;
  spans: Span[];
  cues: Span[];
}

const classes: Record<string, Kind> = {
  "demarche:Statement": "statement", "demarche:Demand": "demand", "schema:Event": "event",
  "demarche:Position": "position", "org:Membership": "membership",
};

type Node = Schemas["ArticleWhole"]["nodes"][number];

/** The only or first value of a property. */
export const property = (node: Node, name: string): string => {
  const value = (node.properties as Record<string, unknown[] | null | undefined>)[name]?.[0];
  return value === undefined || value === null ? "" : String(value);
};

/** All records in the order of the text; of two that begin together the longer one is first. */
export function recordsOf(nodes: readonly Node[] | null | undefined): ArticleRecord[] {
  const all: ArticleRecord[] = [];
  for (const node of nodes ?? []) {
    const kind = classes[property(node, "rdf:type")];
    const spans = parseSpans(property(node, "demarche:spans"));
    if (!kind || spans.length === 0) continue;
    all.push({
      iri: node.iri, kind, label: property(node, "rdfs:label"), confidence: Number(property(node, "demarche:confidence")),
      headline: property(node, "demarche:where") === "headline", spans, cues: parseSpans(property(node, "demarche:cueSpans")),
    });
  }
  const begin = (r: ArticleRecord) => r.spans[0]?.begin ?? 0;
  const end = (r: ArticleRecord) => r.spans.at(-1)?.end ?? 0;
  return all.sort((a, b) => begin(a) - begin(b) || end(b) - end(a) || a.iri.localeCompare(b.iri));
}

/** The address if a browser may follow it: articles can claim any. */
export function safeLink(url: string | null | undefined): string | undefined {
  if (!url || !/^https?:\/\//i.test(url)) return undefined;
  try {
    const { protocol, href } = new URL(url);
    return protocol === "http:" || protocol === "https:" ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The next or previous record; from none, the first or last. */
export function step(records: readonly { iri: string }[], active: string | undefined, by: 1 | -1): string | undefined {
  const at = records.findIndex((r) => r.iri === active);
  if (at < 0) return (by > 0 ? records[0] : records.at(-1))?.iri;
  return records[Math.max(0, Math.min(records.length - 1, at + by))]?.iri;
}
