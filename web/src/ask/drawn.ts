// Answers of any query as what a chart and a graph are drawn from.

import type { Cell, Column, Ref, Row } from "../api/client";
import type { ActivityRow, EdgeRow } from "../api/rows";
import { firstDay, lastDay, periodOf, unitOf, type Range } from "../chart/periods";
import { endsOf, timeColumn } from "./question";

/** Actors of a value, whether it is one or several. */
const actorsOf = (value: Cell | undefined): Ref[] =>
  Array.isArray(value) ? value : value !== null && typeof value === "object" ? [value] : [];

/** What a row counts for: queries that count say so, in others each row is one. */
function countColumn(columns: readonly Column[]): Column | undefined {
  return columns.find((c) => c.name === "count") ?? columns.find((c) => c.name === "demands");
}

const countOf = (row: Row, column: Column | undefined): number => (column ? Number(row[column.name] ?? 0) : 1);

/** Counts over time, by the first actor of each row. Rows without a day are left out. */
export function activityOf(columns: readonly Column[], rows: readonly Row[]): { rows: ActivityRow[]; range: Range } | undefined {
  const time = timeColumn(columns);
  const dated = rows.filter((row) => time && row[time.name]).map((row) => ({ row, when: String(row[time?.name ?? ""]) })).sort((a, b) => (a.when < b.when ? -1 : 1));
  const since = firstDay(dated[0]?.when);
  const until = lastDay(dated.at(-1)?.when);
  if (!since || !until) return undefined;
  const range = { since, until };
  // What is given by months cannot be drawn by days.
  const unit = dated.every(({ when }) => when.length >= 10) ? unitOf(range) : unitOf(range) === "year" ? "year" : "month";
  const who = columns.find((c) => c.type === "actor" || c.type === "actors");
  const count = countColumn(columns);
  return {
    range,
    rows: dated.map(({ row, when }) => ({ period: periodOf(when, unit), actor: actorsOf(who && row[who.name])[0] ?? null, count: countOf(row, count) })),
  };
}

/** The unit of the periods of activity. */
export const unitOfRows = (rows: readonly ActivityRow[]): "day" | "month" | "year" =>
  ({ 10: "day", 7: "month" } as const)[rows[0]?.period?.length ?? 0] ?? "year";

/** Lines between the two ends of each row; each actor at either end has one. */
export function edgesOf(columns: readonly Column[], rows: readonly Row[]): EdgeRow[] {
  const ends = endsOf(columns);
  if (!ends) return [];
  const count = countColumn(columns);
  const time = timeColumn(columns);
  const edges = new Map<string, EdgeRow>();
  for (const row of rows) {
    const month = time && row[time.name] ? String(row[time.name]).slice(0, 7) : null;
    for (const source of actorsOf(row[ends[0].name])) {
      for (const target of actorsOf(row[ends[1].name])) {
        const key = JSON.stringify([source.id, target.id, month]);
        const edge = edges.get(key) ?? { source, target, issue: null, issue_id: null, kind: "demand" as const, month, count: 0 };
        edges.set(key, { ...edge, count: edge.count + countOf(row, count) });
      }
    }
  }
  return [...edges.values()].filter((edge) => edge.count > 0);
}
