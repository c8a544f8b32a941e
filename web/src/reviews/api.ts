// Decisions on records: the calls, and what they answer.

import type createClient from "openapi-fetch";
import { api, need } from "../api/client";
import type { Kind } from "../api/rows";
import type { Span } from "../text/points";

export type Verdict = "accept" | "correct" | "reject";

export interface ReviewActor {
  /** Absent for a name alone. */
  iri?: string;
  name: string;
}

export type FieldValue = string | ReviewActor | ReviewActor[] | Span[];

/** A record as it was judged, or what of it was corrected. */
export type ReviewFields = Record<string, FieldValue | undefined>;

export interface Review {
  iri: string;
  record: string;
  /** The record that it stands for now; empty when that is found no longer. */
  found: string;
  article: string;
  removed: boolean;
  headline: string;
  kind: Kind;
  label: string;
  reviewer: string;
  verdict: Verdict;
  time: string;
  comment: string;
  judged: ReviewFields;
  correction: ReviewFields;
  /** No later decision of the reviewer is on the same record. */
  latest: boolean;
}

export type Correction = Record<string, string | string[] | Span[]>;

export interface Decision {
  record: string;
  reviewer: string;
  verdict: Verdict;
  correction?: Correction;
  comment?: string;
}

export interface Agreement {
  reviewers: { name: string; reviews: number }[];
  records: number;
  measures: { field: string; alpha: number | null; units: number; values: number }[];
}

interface Filter {
  article?: string;
  record?: string;
  reviewer?: string;
  verdict?: Verdict;
  limit?: number;
  offset?: number;
}

interface Ok<T> { responses: { 200: { content: { "application/json": T } } } }
interface ReviewPaths {
  "/api/reviews": {
    get: { parameters: { query?: Filter } } & Ok<{ reviews: Review[]; more: boolean }>;
    post: { requestBody: { content: { "application/json": Decision } } } & Ok<Review>;
  };
  "/api/reviews/{iri}": { delete: { parameters: { path: { iri: string } } } & Ok<{ iri: string }> };
  "/api/reviews/agreement": { get: Ok<Agreement> };
}

const reviews = api as unknown as ReturnType<typeof createClient<ReviewPaths>>;

/** At most so many decisions are read at once. */
const most = 1000;

/** All decisions that the filter wants, the newest first. */
export async function listReviews(filter: Filter, signal: AbortSignal): Promise<Review[]> {
  const all: Review[] = [];
  for (;;) {
    const page = need(await reviews.GET("/api/reviews", { params: { query: { ...filter, limit: most, offset: all.length } }, signal }));
    all.push(...page.reviews);
    if (!page.more || page.reviews.length === 0) return all;
  }
}

export async function decide(decision: Decision): Promise<Review> {
  return need(await reviews.POST("/api/reviews", { body: decision }));
}

export async function undo(iri: string): Promise<void> {
  need(await reviews.DELETE("/api/reviews/{iri}", { params: { path: { iri } } }));
}

export async function getAgreement(signal: AbortSignal): Promise<Agreement> {
  return need(await reviews.GET("/api/reviews/agreement", { signal }));
}

/** The address of the gold that follows from the decisions of one reviewer, or of all together. */
export function goldAddress(reviewer: string): string {
  return "api/reviews/gold" + (reviewer && "?reviewer=" + encodeURIComponent(reviewer));
}
