// Offices on a line of time.

import type { Ref } from "../api/client";
import { daysBetween, rangeText, type Range } from "../chart/periods";
import { counted, dayText } from "../words";
import type { PictureLine } from "./lines";
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

/** When the office was held, as the catalogue says. */
export const timesOf = ({ bars }: Office): string[] => bars.map(timeText);

function timeText({ from, to }: Bar): string {
  if (from && to) return rangeText(from, to);
  return from ? "since " + dayText(from) : to ? "until " + dayText(to) : "time unknown";
}

/** How many articles say so; their days come after it. */
export function saidBy({ isStated, mentions }: Office): string {
  return `${isStated ? "stated" : "also"} by ${mentions.length === 1 ? "an article" : counted(mentions.length, "article")}:`;
}

/** Of so many articles the days are named. */
export const mostDays = 3;

/** An office as pictures have it: of a holder, or of an organisation that several hold office at. */
export function officeLine(office: Office, isHolder: boolean): PictureLine {
  const { key, title, person, of, bars, mentions } = office;
  const name = isHolder ? `${title}, ${nameOf(of)}` : `${nameOf(person)}, ${title}`;
  const days = mentions.slice(0, mostDays).map((m) => together(dayText(m.day))).join(", ") + (mentions.length > mostDays ? " …" : "");
  return {
    key, name,
    says: [...(bars.length > 0 ? [timesOf(office).map(together).join("; ")] : []), ...(mentions.length > 0 ? [`${saidBy(office)} ${days}`] : [])],
    marks: [
      ...bars.map((bar) => ({ kind: "term", at: bar.left, length: bar.width, isOpen: !bar.to }) as const),
      ...mentions.map(({ at }) => ({ kind: "mention", at }) as const),
    ],
  };
}

const nameOf = (actor: Ref | null): string => actor?.name ?? "nobody named";

/** A time that no line of text ends within. */
const together = (time: string): string => time.replaceAll(" ", "\u00a0");
