// Corrections that were begun and neither saved nor cancelled: they stay while one
// steps through other records, until the page is left.

import type { Values } from "./correction";

export interface Draft {
  values: Values;
  comment: string;
}

const drafts = new Map<string, Draft>();

export const draftOf = (record: string): Draft | undefined => drafts.get(record);

/** Keeps the draft of a record; undefined discards it. */
export function keepDraft(record: string, draft: Draft | undefined): void {
  if (draft) drafts.set(record, draft);
  else drafts.delete(record);
}
