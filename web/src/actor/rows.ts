// Rows of the saved queries that the view of an actor asks.

import type { Ref } from "../api/client";
import type { Strength } from "../api/rows";

export type Stance = "support" | "oppose";

/** What rows have that rest on words of an article. */
export interface Sourced {
  record: string;
  article: string;
  article_iri: string;
  publisher: string | null;
}

export interface SaidRow extends Sourced {
  day: string | null;
  speaker: Ref | null;
  addressee: Ref[] | null;
  what: string;
  quoted: "direct" | "indirect" | "mixed" | null;
  confidence: number;
  about: string | null;
}

export interface PositionRow extends Sourced {
  day: string | null;
  holder: Ref | null;
  stance: Stance;
  quote: string;
  /** What it is about, in the words of the article. */
  issue: string;
  /** Names of known issues, separated by "; ", and their ids in the same order. */
  about: string | null;
  issue_ids: string | null;
  /** Ids of those that it supports, and of those that it opposes. */
  supports: string | null;
  opposes: string | null;
  confidence: number;
}

export interface RoleRow {
  person: Ref | null;
  title: string;
  of: Ref | null;
  from: string | null;
  to: string | null;
  source: "catalogue" | "article";
  day: string | null;
  article: string | null;
  article_iri: string | null;
  record: string | null;
}

export interface ChangeRow extends Sourced {
  day: string | null;
  kind: "position" | "demand";
  /** "new", "same", or "was" with the stance before. */
  change: string;
  stance: Stance | "do" | "dont" | null;
  toward: Ref[] | null;
  what: string;
  confidence: number;
  about: string | null;
}

export interface UnansweredRow extends Sourced {
  group: number;
  first: string | null;
  last: string | null;
  by: Ref | null;
  what: string;
  polarity: "do" | "dont" | null;
  strength: Strength | null;
  reports: number;
  articles: number;
  searched: number;
}
