// Offsets in articles count Unicode code points; strings of JavaScript count
// UTF-16 units. They differ behind every character outside the basic plane.

/** A half-open range of code points. */
export interface Span {
  begin: number;
  end: number;
}

/** A text in which code points can be found. */
export class Points {
  readonly text: string;
  /** Number of code points. */
  readonly length: number;
  /** Where each code point begins, in units; undefined where both counts are the same. */
  private readonly starts: Uint32Array | undefined;

  constructor(text: string) {
    this.text = text;
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.length = text.length;
      return;
    }
    const starts = new Uint32Array(text.length + 1);
    let n = 0;
    let unit = 0;
    for (const point of text) {
      starts[n++] = unit;
      unit += point.length;
    }
    starts[n] = unit;
    this.starts = starts.subarray(0, n + 1);
    this.length = n;
  }

  /** The unit at which a code point begins; what is outside the text is its nearest end. */
  unit(point: number): number {
    const at = Math.max(0, Math.min(point, this.length));
    return this.starts ? this.starts[at] ?? 0 : at;
  }

  /** The code point that holds a unit. */
  point(unit: number): number {
    if (!this.starts) return Math.max(0, Math.min(unit, this.length));
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(begin: number, end: number): string {
    return this.text.slice(this.unit(begin), this.unit(end));
  }
}

/** The number of code points of a text. */
export function countPoints(text: string): number {
  return new Points(text).length;
}

/** Reads "1023-1085 1090-1100"; what is no span is left out. */
export function parseSpans(text: string | null | undefined): Span[] {
  const all: Span[] = [];
  for (const item of (text ?? "").split(/\s+/)) {
    const match = /^(\d+)-(\d+)$/.exec(item);
    if (!match) continue;
    const span = { begin: Number(match[1]), end: Number(match[2]) };
    if (span.begin < span.end) all.push(span);
  }
  return all;
}

export const formatSpans = (spans: readonly Span[]): string => spans.map((s) => `${s.begin}-${s.end}`).join(" ");

/** The words at the spans, as the graph writes them: a gap between parts. */
export const wordsAt = (text: Points, spans: readonly Span[]): string => spans.map((s) => text.slice(s.begin, s.end)).join(" … ");
