// What the chart of activity shows: which time, in which unit, from which rows.

import type { ActivityRow } from "../api/rows";
import { windowOf, type Window } from "../chart/brush";
import { firstDay, isWholeMonths, lastDay, periodsOf, unitOf, type Range, type Unit } from "../chart/periods";

/** Most rows that one answer has. */
export const rowLimit = 100_000;

export interface Frame {
  /** All months from the first record to the last. */
  readonly months: readonly string[];
  /** The days shown. */
  readonly range: Range;
  readonly unit: Unit;
  /** The periods shown, of that unit. */
  readonly periods: readonly string[];
  /** What is chosen of the months; undefined for all. */
  readonly window: Window | undefined;
  /** Whether the counts by month are too coarse for what is shown. */
  readonly isFiner: boolean;
}

/** The first and last month that has a record; undefined when none has. */
export function monthsOf(...lists: readonly (readonly ActivityRow[] | undefined)[]): Range | undefined {
  let since = "";
  let until = "";
  for (const { period } of lists.flatMap((rows) => rows ?? [])) {
    if (!period) continue; // undated
    if (!since || period < since) since = period;
    if (period > until) until = period;
  }
  return since ? { since, until } : undefined;
}

/**
 * What to show of the rows, which count by month, when a reader chose since and
 * until; undefined when nothing is dated.
 */
export function frameOf(rows: readonly ActivityRow[], since: string | undefined, until: string | undefined): Frame | undefined {
  const all = monthsOf(rows);
  if (!all) return undefined;
  const whole: Range = { since: firstDay(all.since) ?? "", until: lastDay(all.until) ?? "" };
  const from = firstDay(since);
  const to = lastDay(until);
  let range: Range = { since: from ?? whole.since, until: to ?? whole.until };
  // One end beyond all records: that day alone, in which nothing is.
  if (range.since > range.until) range = from ? { since: from, until: from } : { since: range.until, until: range.until };
  const months = periodsOf(whole, "month");
  const unit = unitOf(range);
  return {
    months, range, unit,
    periods: periodsOf(range, unit),
    window: from || to ? windowOf(months, range.since.slice(0, 7), range.until.slice(0, 7)) : undefined,
    isFiner: unit === "day" || !isWholeMonths(range),
  };
}

/** How many records the rows count. */
export const countOf = (rows: readonly ActivityRow[]): number => rows.reduce((n, row) => n + row.count, 0);

/** How many of them have no day, and so no place in the chart. */
export const undatedOf = (rows: readonly ActivityRow[]): number => countOf(rows.filter((row) => !row.period));
