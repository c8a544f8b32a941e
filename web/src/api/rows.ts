// Rows of the saved queries that the views ask.

import type { Ref } from "./client";

/** A row of who-demanded and demands-on. */
export interface DemandRow {
  day: string | null;
  by: Ref | null;
  of: Ref[] | null;
  what: string;
  polarity: "do" | "dont";
  article: string;
  confidence: number;
  addressed: "stated" | "inferred" | "missing";
  cue: string;
  strength: Strength | null;
  deadline: string | null;
  or_else: string | null;
  voiced_by: Ref | null;
  record: string;
  publisher: string | null;
  about: string | null;
  quote: string;
  article_iri: string;
}

/** Strengths of demands, from the weakest. */
export const strengths = ["wish", "ask", "call", "urge", "insist", "demand", "order", "ultimatum"] as const;
export type Strength = (typeof strengths)[number];

export const kinds = ["statement", "demand", "event", "position", "membership"] as const;
export type Kind = (typeof kinds)[number];

/** How people call a kind. */
export const kindNames: Record<Kind, string> = {
  statement: "Statement", demand: "Demand", event: "Event", position: "Position", membership: "Role",
};

/** A row of activity: records of an actor in a day, month or year. */
export interface ActivityRow {
  period: string;
  actor: Ref | null;
  count: number;
}

/** A row of network: an edge in one month. */
export interface EdgeRow {
  source: Ref;
  target: Ref | null;
  issue: string | null;
  issue_id: string | null;
  kind: "demand" | "support" | "oppose";
  month: string | null;
  count: number;
}

/** The row of evidence. */
export interface Evidence {
  record: string;
  kind: Kind;
  label: string;
  day: string | null;
  when: string | null;
  basis: "text" | "publication" | null;
  by: Ref | null;
  of: Ref[] | null;
  voiced_by: Ref | null;
  speaker: Ref | null;
  addressee: Ref[] | null;
  participants: Ref[] | null;
  holder: Ref | null;
  member: Ref | null;
  organization: Ref | null;
  title: string | null;
  addressed: "stated" | "inferred" | "missing" | null;
  polarity: "do" | "dont" | null;
  strength: Strength | null;
  quoted: string | null;
  type: string | null;
  place: string | null;
  issue: string | null;
  /** Names of known issues, separated by "; ". */
  about: string | null;
  /** Their ids, in the same order. */
  issue_ids: string | null;
  stance: "support" | "oppose" | null;
  deadline: string | null;
  or_else: string | null;
  or_else_span: string | null;
  cue: string | null;
  cue_spans: string | null;
  quote: string;
  before: string;
  passage: string;
  after: string;
  spans: string;
  where: "body" | "headline";
  rule: string;
  confidence: number;
  statement: string | null;
  said_in: string | null;
  article: string;
  publisher: string | null;
  published: string | null;
  url: string | null;
  article_iri: string;
}

/** The known issues that a record is about, from the columns that have them. */
export function issuesOf({ about, issue_ids }: { about: string | null; issue_ids: string | null }): Ref[] {
  const names = about?.split("; ") ?? [];
  return issue_ids ? issue_ids.split("; ").map((id, i) => ({ id, name: names[i] ?? id })) : [];
}
