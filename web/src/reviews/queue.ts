// The records that wait for a decision.

import type { Answer, Params, Ref, Row } from "../api/client";
import type { Kind } from "../api/rows";
import type { ArticleRecord } from "../records/articlerecords";
import type { Review } from "./api";

/** A record in the queue. */
export interface Waiting {
  record: string;
  kind: Kind;
  day: string;
  label: string;
  confidence: number;
  article: string;
  articleIri: string;
}

/** The question that lists records of a kind, and its parameter for an actor. */
const questions: Record<Kind, { query: string; actor: string }> = {
  demand: { query: "who-demanded", actor: "by" },
  statement: { query: "said", actor: "speaker" },
  event: { query: "events", actor: "participant" },
  position: { query: "positions", actor: "actor" },
  membership: { query: "roles", actor: "actor" },
};

/** So many records of a kind are looked through. */
const most = 1000;

/** The question for records of a kind; below leaves out what is not less sure. Of roles only those that articles state can be judged. */
export function questionOf(kind: Kind, actor: string | undefined, below: string | undefined): { query: string; params: Params } {
  const { query, actor: name } = questions[kind];
  return { query, params: { ...(actor && { [name]: actor }), ...(below && { below }), ...(kind === "membership" && { source: "article" }), limit: most } };
}

const nameOf = (value: unknown): string => {
  if (Array.isArray(value)) return (value as Ref[]).map((r) => r.name).join(", ");
  return (value as Ref | null)?.name ?? "";
};

/** A record in few words. */
function labelOf(kind: Kind, row: Row): string {
  const text = (name: string) => (typeof row[name] === "string" ? (row[name] as string) : "");
  switch (kind) {
    case "demand": return `${nameOf(row.by) || "?"} → ${nameOf(row.of) || "?"}: ${row.polarity === "dont" ? "not " : ""}${text("what")}`;
    case "statement": return `${nameOf(row.speaker) || "?"}: ${text("what")}`;
    case "position": return `${nameOf(row.holder) || "?"} ${row.stance === "oppose" ? "opposes" : "supports"} ${text("issue")}`;
    case "membership": return [nameOf(row.person), [text("title"), nameOf(row.of)].filter(Boolean).join(" of ")].filter(Boolean).join(", ");
    case "event": return text("label");
  }
}

/** The rows of an answer as they wait; those without record, as roles of the catalogue, do not. */
export function waitingOf(kind: Kind, answer: Answer): Waiting[] {
  const seen = new Set<string>();
  const all: Waiting[] = [];
  for (const row of answer.rows) {
    const record = row.record;
    if (typeof record !== "string" || record === "" || seen.has(record)) continue;
    seen.add(record);
    all.push({
      record, kind, day: String(row.day ?? ""), label: labelOf(kind, row), confidence: Number(row.confidence ?? 0),
      article: String(row.article ?? ""), articleIri: String(row.article_iri ?? ""),
    });
  }
  return all;
}

export interface Conditions {
  /** Only what is less sure than this. */
  below?: number;
  /** Only of this article. */
  article?: string;
  /** Whether what is decided stays. */
  all: boolean;
}

/** What of it is wanted; decided are the records that I have judged. */
export function wanted(waiting: readonly Waiting[], conditions: Conditions, decided: ReadonlySet<string>): Waiting[] {
  return waiting.filter((w) =>
    (conditions.below === undefined || w.confidence < conditions.below) &&
    (!conditions.article || w.articleIri === conditions.article) &&
    (conditions.all || !decided.has(w.record)));
}

/** The records that the reviewer has decided on, under their present IRIs. */
export function decidedBy(reviews: readonly Review[], reviewer: string): Set<string> {
  return new Set(reviews.filter((r) => r.reviewer === reviewer && r.latest).map((r) => r.found || r.record));
}

/** The record after this one, which may have left the queue since; the last one stays. */
export function following(all: readonly Waiting[], left: readonly Waiting[], record: string): string | undefined {
  const still = new Set(left.map((w) => w.record));
  const at = all.findIndex((w) => w.record === record);
  for (let i = at + 1; i < all.length; i++) {
    const next = all[i];
    if (next && next.record !== record && still.has(next.record)) return next.record;
  }
  return left.find((w) => w.record !== record)?.record;
}

/** Below so many records a value of alpha says little. */
const few = 20;

/** What a value of alpha says, in words. */
export function alphaText(alpha: number | null, units: number): string {
  if (alpha === null) return "not defined yet";
  if (units < few) return "too few records to tell";
  if (alpha >= 0.8) return "reliable";
  if (alpha >= 0.667) return "for tentative conclusions";
  if (alpha > 0) return "too low to rely on";
  return "no better than chance";
}

/** The records of an article as they wait, in the order of the text. */
export function waitingIn(records: readonly ArticleRecord[], kind: Kind | undefined, title: string, iri: string): Waiting[] {
  return records.filter((r) => !kind || r.kind === kind).map((r) => ({
    record: r.iri, kind: r.kind, day: "", label: r.label, confidence: r.confidence, article: title, articleIri: iri,
  }));
}
