// Decisions on records: the calls, and what they answer.

import { api, need, type Schemas } from "../api/client";
import type { Span } from "../text/points";

export type Review = Schemas["ReviewView"];
export type Verdict = Review["verdict"];
export type FieldValue = string | Schemas["ReviewActor"] | Schemas["ReviewActor"][] | Span[];
export type Agreement = Schemas["AgreementView"];

/** What is corrected, by field; an empty text or list says that there is none. */
export type Correction = Record<string, string | string[] | Span[]>;

export interface Decision {
  record: string;
  reviewer: string;
  verdict: Verdict;
  correction?: Correction;
  comment?: string;
}

interface Filter {
  article?: string;
  record?: string;
  reviewer?: string;
}

/** At most so many decisions are read at once. */
const most = 1000;

/** All decisions that the filter wants, the newest first. */
export async function listReviews(filter: Filter, signal: AbortSignal): Promise<Review[]> {
  const all: Review[] = [];
  for (;;) {
    const page = need(await api.GET("/api/reviews", { params: { query: { ...filter, limit: most, offset: all.length } }, signal }));
    all.push(...page.reviews);
    if (!page.more || page.reviews.length === 0) return all;
  }
}

export async function decide(decision: Decision): Promise<Review> {
  return need(await api.POST("/api/reviews", { body: decision as Schemas["ReviewSent"] }));
}

export async function undo(iri: string): Promise<void> {
  need(await api.DELETE("/api/reviews/{iri}", { params: { path: { iri } } }));
}

export async function getAgreement(signal: AbortSignal): Promise<Agreement> {
  return need(await api.GET("/api/reviews/agreement", { signal }));
}

/** The address of the gold that follows from the decisions of one reviewer, or of all together. */
export function goldAddress(reviewer: string): string {
  return "api/reviews/gold" + (reviewer && "?reviewer=" + encodeURIComponent(reviewer));
}
