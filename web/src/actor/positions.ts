// Positions by issue, on a line of time.

import { issuesOf } from "../api/rows";
import { daysBetween, type Range } from "../chart/periods";
import { counted } from "../words";
import type { PictureLine } from "./lines";
import type { PositionRow, Stance } from "./rows";

/** A position on an issue. */
export interface Mark {
  readonly row: PositionRow;
  /** Toward the issue, which may be the contrary of that toward the words: who supports a ban opposes what is banned. */
  readonly stance: Stance;
}

export interface IssueLine {
  /** Id of the issue; empty for what is on no known issue. */
  readonly id: string;
  /** Its name. */
  readonly issue: string;
  /** Oldest first. */
  readonly marks: Mark[];
  readonly support: number;
  readonly oppose: number;
}

/** The stance of a position toward a known issue that it is on. */
export function stanceOn(issue: string, row: PositionRow): Stance {
  const has = (ids: string | null) => ids?.split("; ").includes(issue);
  return has(row.supports) ? "support" : has(row.opposes) ? "oppose" : row.stance;
}

/** A line for each issue, that with the most positions first, what is on none at the end. */
export function linesOf(rows: readonly PositionRow[]): IssueLine[] {
  const found = new Map<string, { issue: string; marks: Mark[] }>();
  for (const row of rows) {
    const issues = issuesOf(row);
    for (const { id, name } of issues.length > 0 ? issues : [{ id: "", name: "" }]) {
      const line = found.get(id) ?? { issue: name, marks: [] };
      line.marks.push({ row, stance: id ? stanceOn(id, row) : row.stance });
      found.set(id, line);
    }
  }
  return [...found].map(([id, { issue, marks }]) => {
    marks.sort((a, b) => (a.row.day ?? "").localeCompare(b.row.day ?? ""));
    const support = marks.filter((m) => m.stance === "support").length;
    return { id, issue, marks, support, oppose: marks.length - support };
  }).sort((a, b) => Number(a.issue === "") - Number(b.issue === "") || b.marks.length - a.marks.length || a.issue.localeCompare(b.issue));
}

/** The days between which the lines run; undefined when no position has a day. */
export function spanOf(rows: readonly PositionRow[]): Range | undefined {
  const days = rows.map((r) => r.day).filter((d) => d !== null).sort();
  const [since, until] = [days[0], days.at(-1)];
  return since && until ? { since, until } : undefined;
}

/** Positions of one day and stance are one dot. */
export interface Dot {
  readonly at: number;
  readonly day: string;
  readonly stance: Stance;
  readonly count: number;
}

/** Dots as parts of the line's length; a line of one day has them in its middle. */
export function dotsOf(marks: readonly Mark[], span: Range): Dot[] {
  const length = daysBetween(span.since, span.until);
  const found = new Map<string, Dot>();
  for (const { row, stance } of marks) {
    if (!row.day) continue;
    const key = row.day + stance;
    const at = length > 0 ? daysBetween(span.since, row.day) / length : 0.5;
    found.set(key, { at, day: row.day, stance, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The width of a dot, in pixels: the larger, the more positions it stands for. */
export const dotSize = (count: number): number => 9 + Math.min(9, Math.sqrt(count - 1) * 4);

/** A line as pictures have it. */
export function positionsLine(line: IssueLine, span: Range): PictureLine {
  const tally = [line.support > 0 && `+${line.support}`, line.oppose > 0 && `−${line.oppose}`].filter(Boolean).join("\u00a0");
  return {
    key: line.id, name: nameOf(line), says: [line.issue ? `${courseOf(line)}\u2003${tally}` : courseOf(line)],
    marks: dotsOf(line.marks, span).map(({ stance, at, count }) => ({ kind: stance, at, size: dotSize(count) })),
  };
}

/** The name of the issue. */
export const nameOf = ({ issue }: IssueLine): string => issue || "on no known issue";

/** What happened to the stance, in words: the last one, and whether it was ever another. Without an issue there is none. */
export function courseOf({ issue, marks, support, oppose }: IssueLine): string {
  if (!issue) return counted(marks.length, "position");
  if (support === 0) return "opposes";
  if (oppose === 0) return "supports";
  const last = marks.findLast((m) => m.row.day)?.stance ?? marks.at(-1)?.stance;
  return `both; last ${last === "support" ? "support" : "opposition"}`;
}
