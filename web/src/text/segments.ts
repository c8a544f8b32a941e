// A text cut at all boundaries of the records that lie over it, so that spans
// that overlap, or have gaps, can be drawn without nesting.

import type { Span } from "./points";

/** A record as it lies over a text. */
export interface Mark {
  id: string;
  spans: readonly Span[];
  /** The words that mark it. */
  cues: readonly Span[];
}

/** A piece of the text over which the same records lie. */
export interface Segment extends Span {
  /** Records, the innermost first. */
  ids: string[];
  /** Records whose cue this is. */
  cueOf: string[];
  /** Records whose first piece this is. */
  starts: string[];
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, s) => sum + s.end - s.begin, 0);

/** All pieces of the range in their order, with and without records. */
export function segments(range: Span, marks: readonly Mark[]): Segment[] {
  const opens = new Map<number, { id: string; cue: boolean }[]>();
  const closes = new Map<number, { id: string; cue: boolean }[]>();
  const cuts = new Set([range.begin, range.end]);
  const lengths = new Map(marks.map((m) => [m.id, size(m.spans)]));
  const add = (id: string, cue: boolean, span: Span) => {
    const begin = Math.max(span.begin, range.begin);
    const end = Math.min(span.end, range.end);
    if (begin >= end) return;
    for (const [at, map] of [[begin, opens], [end, closes]] as const) {
      cuts.add(at);
      map.set(at, [...(map.get(at) ?? []), { id, cue }]);
    }
  };
  for (const mark of marks) {
    for (const span of mark.spans) add(mark.id, false, span);
    for (const span of mark.cues) add(mark.id, true, span);
  }
  const started = new Set<string>();
  const within = new Map<string, number>();
  const cue = new Map<string, number>();
  const count = (map: Map<string, number>, id: string, by: number) => {
    const n = (map.get(id) ?? 0) + by;
    if (n > 0) map.set(id, n);
    else map.delete(id);
  };
  const all: Segment[] = [];
  const bounds = [...cuts].sort((a, b) => a - b);
  bounds.forEach((begin, i) => {
    for (const e of closes.get(begin) ?? []) count(e.cue ? cue : within, e.id, -1);
    for (const e of opens.get(begin) ?? []) count(e.cue ? cue : within, e.id, 1);
    const end = bounds[i + 1];
    if (end === undefined) return;
    const ids = [...within.keys()].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0) || a.localeCompare(b));
    const starts = ids.filter((id) => !started.has(id));
    starts.forEach((id) => started.add(id));
    all.push({ begin, end, ids, cueOf: [...cue.keys()], starts });
  });
  return all;
}

/** The lines of a text that have something on them. */
export function lines(text: string, slice: (begin: number, end: number) => string, length: number): Span[] {
  if (!text.includes("\n")) return slice(0, length).trim() ? [{ begin: 0, end: length }] : [];
  const all: Span[] = [];
  let begin = 0;
  let at = 0;
  for (const point of text) {
    if (point === "\n") {
      if (slice(begin, at).trim()) all.push({ begin, end: at });
      begin = at + 1;
    }
    at++;
  }
  if (slice(begin, length).trim()) all.push({ begin, end: length });
  return all;
}

/** The pieces of a line, cut from those of the whole text. */
export function within(line: Span, all: readonly Segment[]): Segment[] {
  // The pieces are in order, so that the first one can be looked up.
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.end ?? 0) <= line.begin) low = middle + 1;
    else high = middle;
  }
  const own: Segment[] = [];
  for (let i = low; i < all.length; i++) {
    const s = all[i];
    if (!s || s.begin >= line.end) break;
    own.push({
      ...s, begin: Math.max(s.begin, line.begin), end: Math.min(s.end, line.end),
      starts: s.begin >= line.begin ? s.starts : [],
    });
  }
  return own;
}
