// How wide the columns of an answer are. The rows of a long answer are laid out
// without looking at one another, so that a page more costs a page; so the widths
// are chosen beforehand, from the first rows.

import type { Cell, Column, Row } from "../api/client";
import { dayText } from "../words";

/** Rows that widths are chosen from. */
const looked = 50;
/** Widths in characters: below `short` a column holds its texts in one line, no column asks for more than `most`. */
const short = 14;
const most = 30;
/** The longest word that a column is made wide for. */
const longWord = 18;
/** Of a character, in a font as wide as any, and between columns, in rem. */
const character = 0.56;
const gap = 0.8;

/** What a cell says, as plain text. */
function textOf({ type }: Column, value: Cell | undefined): string {
  if (type === "record") return "open";
  if (type === "day") return dayText(value as string | null | undefined).replaceAll(" ", "\u00a0");
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((ref) => ref.name).join(", ");
  if (typeof value === "object") return value.name;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Characters that a column wants: three of four texts in two or three lines. */
function wanted(title: string, texts: readonly string[]): number {
  const lengths = texts.map((t) => t.length).sort((a, b) => a - b);
  const usual = lengths[Math.floor((lengths.length * 3) / 4)] ?? 0;
  const words = [title, ...texts].flatMap((t) => t.split(/[ \t\n-]+/)).map((w) => w.length);
  const word = Math.min(longWord, Math.max(0, ...words));
  // One more, since words of wide letters are wider than most.
  return Math.max(word + 1, Math.min(most, usual <= short ? usual : short + (usual - short) / 3));
}

export interface Widths {
  /** Tracks of a grid. */
  columns: string;
  /** The least width of all together, in rem. */
  least: number;
}

/** The widths of columns of the rows. */
export function widthsOf(columns: readonly Column[], rows: readonly Row[]): Widths {
  const first = rows.slice(0, looked);
  const widths = columns.map((c) => {
    const texts = first.map((row) => textOf(c, row[c.name])).filter((t) => t !== "");
    return Math.round((wanted(c.title, texts) * character + gap) * 100) / 100;
  });
  return {
    columns: widths.map((w) => `minmax(${w}rem, ${w}fr)`).join(" "),
    least: Math.ceil(widths.reduce((sum, w) => sum + w, 0)),
  };
}
