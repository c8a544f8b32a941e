// Offices on a line of time.

import type { Ref } from "../api/client";
import { daysBetween, type Range } from "../chart/periods";
import type { RoleRow } from "./rows";

/** A time in office, as parts of the line's length. */
export interface Bar {
  readonly left: number;
  readonly width: number;
  /** First and last day; undefined when the catalogue does not say, or it lasts. */
  readonly from?: string;
  readonly to?: string;
}

/** An article that states the role. */
export interface Mention {
  readonly at: number;
  readonly day: string;
  readonly record: string;
  readonly article: string;
}

/** An office of a person, with all times in it. */
export interface Office {
  readonly key: string;
  readonly person: Ref | null;
  readonly title: string;
  readonly of: Ref | null;
  readonly bars: Bar[];
  readonly mentions: Mention[];
  /** Whether only articles know it. */
  readonly isStated: boolean;
}

/** The days between which the line runs; undefined when no day is known. */
export function lineOf(rows: readonly RoleRow[], today: string): Range | undefined {
  const days = rows.flatMap((r) => [r.from, r.to, r.source === "article" ? r.day : null]).filter((d) => d !== null);
  if (days.length === 0) return undefined;
  if (rows.some((r) => r.source === "catalogue" && !r.to)) days.push(today);
  days.sort();
  return { since: days[0] ?? today, until: days.at(-1) ?? today };
}

/** Offices with their bars, those last held first. */
export function officesOf(rows: readonly RoleRow[], line: Range | undefined): Office[] {
  const length = line ? Math.max(1, daysBetween(line.since, line.until)) : 1;
  const at = (day: string) => (line ? daysBetween(line.since, day) / length : 0);
  const found = new Map<string, Office & { last: string }>();
  for (const row of rows) {
    const key = [row.person?.id, row.title.toLowerCase(), row.of?.id].join("|");
    const office = found.get(key) ?? { key, person: row.person, title: row.title, of: row.of, bars: [], mentions: [], isStated: row.source === "article", last: "" };
    found.set(key, office);
    if (row.source === "catalogue") {
      const left = row.from ? at(row.from) : 0;
      const end = row.to ? at(row.to) : 1;
      office.bars.push({ left, width: Math.max(end - left, 0), ...(row.from && { from: row.from }), ...(row.to && { to: row.to }) });
      office.last = [office.last, row.to ?? "9999"].sort()[1] ?? "";
    } else if (row.day && row.record) {
      office.mentions.push({ at: at(row.day), day: row.day, record: row.record, article: row.article ?? "" });
      if (office.isStated) office.last = [office.last, row.day].sort()[1] ?? "";
    }
  }
  return [...found.values()].sort((a, b) => b.last.localeCompare(a.last) || firstOf(b).localeCompare(firstOf(a)) || a.title.localeCompare(b.title));
}

const firstOf = (office: Office): string => office.bars.map((bar) => bar.from ?? "").sort().at(-1) ?? "";
