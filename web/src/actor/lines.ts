// Where things stand in a picture of lines of time, in pixels.

import { daysBetween, firstDay, periodsOf, ticks, unitOf, type Range, type Tick } from "../chart/periods";
import { wrapped, type Measure } from "../parts/wrapped";

/** Something on a line; places and lengths are parts of the line's length. */
export type LineMark =
  | { readonly kind: "term"; readonly at: number; readonly length: number; readonly isOpen: boolean }
  | { readonly kind: "mention"; readonly at: number }
  | { readonly kind: "support" | "oppose"; readonly at: number; readonly size: number };

export interface PictureLine {
  readonly key: string;
  /** Stands at its left. */
  readonly name: string;
  /** Stand at its right, one below the other. */
  readonly says: readonly string[];
  readonly marks: readonly LineMark[];
}

/** A line with its place. Its texts are broken into lines of text. */
export interface Row {
  readonly line: PictureLine;
  readonly top: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly says: readonly string[];
}

export const picture = {
  width: 1080, edge: 12, text: 13, title: 17, textLine: 17, titleLine: 22,
  name: { left: 12, width: 284 }, lane: { left: 320, width: 460 }, says: { left: 804, width: 264 },
} as const;

const padding = 6;
const leastHeight = 32;
/** So long are texts that no one could have meant for a picture. */
const mostTextLines = 8;

/** All lines below each other, as high as their texts and marks need. */
export function rowsOf(lines: readonly PictureLine[], top: number, measure: Measure): Row[] {
  const least = lines.flatMap((line) => line.marks).reduce((high, mark) => Math.max(high, heightOf(mark) + 2 * padding), leastHeight);
  let below = top;
  return lines.map((line) => {
    const name = wrapped(line.name, picture.name.width, measure, mostTextLines);
    const says = line.says.flatMap((text) => wrapped(text, picture.says.width, measure, mostTextLines));
    const height = Math.max(least, Math.max(name.length, says.length) * picture.textLine + 2 * padding);
    const row = { line, top: below, height, name, says };
    below += height;
    return row;
  });
}

/** Dots stand above or below their line, which is in the middle. */
const heightOf = (mark: LineMark): number => ("size" in mark ? Math.ceil(2 * mark.size) : 0);

/** Beginnings of periods on a line of days that has room for labels of so many pixels. */
export function scaleOf(span: Range, width: number): Tick[] {
  const periods = periodsOf(span, unitOf(span)).filter((period) => (firstDay(period) ?? "") >= span.since);
  const length = daysBetween(span.since, span.until);
  return ticks(periods, width).map(({ at, label }) => {
    const days = daysBetween(span.since, firstDay(periods[at]) ?? span.since);
    return { at: length > 0 ? days / length : 0.5, label };
  });
}
