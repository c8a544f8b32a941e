// Which actors become series of a stacked chart, and how they are stacked.

import type { Ref } from "../api/client";
import type { ActivityRow } from "../api/rows";

/** What is stacked: an actor, all others together, or what names nobody. */
export interface Series {
  readonly key: string;
  readonly name: string;
  /** The actor that it stands for, if it is one. */
  readonly actor?: Ref;
  /** Colour: the place among those that style sheets know, or "rest" or "nobody". */
  readonly colour: string;
  readonly total: number;
  /** Counts, as many as there are periods. */
  readonly counts: readonly number[];
}

/** Keys of the series that are no actor. */
export const others = "others";
export const nobody = "nobody";

/** How many actors have a series of their own. */
export const mostSeries = 7;

/** Actors with their counts, the most active first; equals by name. */
export function ranking(rows: readonly ActivityRow[]): { actor: Ref; total: number }[] {
  const found = new Map<string, { actor: Ref; total: number }>();
  for (const { actor, count } of rows) {
    if (!actor) continue;
    const entry = found.get(actor.id) ?? { actor, total: 0 };
    entry.total += count;
    found.set(actor.id, entry);
  }
  return [...found.values()].sort((a, b) => b.total - a.total || a.actor.name.localeCompare(b.actor.name));
}

/**
 * Gives each actor a colour. Those that are among the first of the whole time
 * keep that colour whatever period is shown, the rest get what is free.
 */
export function colours(shown: readonly string[], whole: readonly string[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const id of shown) {
    const place = whole.indexOf(id);
    if (place >= 0 && place < mostSeries) given.set(id, place + 1);
  }
  const taken = new Set(given.values());
  let free = 1;
  for (const id of shown) {
    if (given.has(id)) continue;
    while (taken.has(free)) free++;
    given.set(id, free);
    taken.add(free);
  }
  return given;
}

/**
 * Series of the most active actors in the periods, the most active first, then
 * all others and what names nobody. Rows outside the periods are left out.
 * @param whole ids of the most active of all time, for lasting colours
 */
export function seriesOf(rows: readonly ActivityRow[], periods: readonly string[], whole: readonly string[]): Series[] {
  const index = new Map(periods.map((period, i) => [period, i]));
  const inside = rows.filter((row) => index.has(row.period));
  const first = ranking(inside).slice(0, mostSeries);
  const colour = colours(first.map((r) => r.actor.id), whole);
  const empty = () => periods.map(() => 0);
  const counts = new Map<string, number[]>(first.map((r) => [r.actor.id, empty()]));
  counts.set(others, empty()).set(nobody, empty());
  for (const { period, actor, count } of inside) {
    const own = counts.get(actor ? (counts.has(actor.id) ? actor.id : others) : nobody);
    const i = index.get(period);
    if (own && i !== undefined) own[i] = (own[i] ?? 0) + count;
  }
  const list: Series[] = first.map(({ actor, total }) => ({
    key: actor.id, name: actor.name, actor, total, colour: String(colour.get(actor.id)), counts: counts.get(actor.id) ?? empty(),
  }));
  for (const [key, name, tint] of [[others, "others", "rest"], [nobody, "nobody named", "nobody"]] as const) {
    const own = counts.get(key) ?? empty();
    const total = own.reduce((a, b) => a + b, 0);
    if (total > 0) list.push({ key, name, colour: tint, total, counts: own });
  }
  return list;
}

/** Counts of months as counts of years. */
export function toYears(rows: readonly ActivityRow[]): ActivityRow[] {
  return rows.map((row) => ({ ...row, period: row.period?.slice(0, 4) ?? row.period }));
}

/** All that each period holds. */
export function totals(rows: readonly ActivityRow[], periods: readonly string[]): number[] {
  const index = new Map(periods.map((period, i) => [period, i]));
  const sums = periods.map(() => 0);
  for (const { period, count } of rows) {
    const i = index.get(period);
    if (i !== undefined) sums[i] = (sums[i] ?? 0) + count;
  }
  return sums;
}

/** A bar's piece: from which count to which. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The series on top of each other: for each the pieces of its periods; and the highest bar. */
export function stack(series: readonly Series[]): { pieces: Piece[][]; highest: number } {
  const heights: number[] = series[0]?.counts.map(() => 0) ?? [];
  const pieces = series.map((s) => s.counts.map((count, i) => {
    const from = heights[i] ?? 0;
    heights[i] = from + count;
    return { from, to: from + count };
  }));
  return { pieces, highest: Math.max(0, ...heights) };
}
