// Choosing a period with the pointer or keys: places among periods, no pixels kept.

/** The first and the last of the chosen periods: their places in a chart, counted from 0, or numbers of months. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export const widthOf = (window: Window): number => window.to - window.from + 1;

const clamp = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);

/** The period under a point of a drawing that is so wide. */
export function placeAt(x: number, width: number, count: number): number {
  return width > 0 ? clamp(Math.floor((x / width) * count), 0, count - 1) : 0;
}

/** The window between two places, in whatever order they were given. */
export const between = (a: number, b: number): Window => ({ from: Math.min(a, b), to: Math.max(a, b) });

/** One end moved; it stops at the other end and at those of the range. */
export function moveEnd(window: Window, end: "from" | "to", by: number, range: Window): Window {
  return end === "from"
    ? { ...window, from: clamp(window.from + by, range.from, window.to) }
    : { ...window, to: clamp(window.to + by, window.from, range.to) };
}

/** The window moved as a whole, as far as the range goes; it keeps its length. */
export function shift(window: Window, by: number, range: Window): Window {
  const width = Math.min(widthOf(window), widthOf(range));
  const from = clamp(window.from + by, range.from, range.to - width + 1);
  return { from, to: from + width - 1 };
}

export const isAll = (window: Window, range: Window): boolean => window.from <= range.from && window.to >= range.to;

/** The window of what lies between two periods; undefined when none of them is there. */
export function windowOf(periods: readonly string[], since: string, until: string): Window | undefined {
  const from = periods.findIndex((p) => p >= since);
  const to = periods.findLastIndex((p) => p <= until);
  return from < 0 || to < from ? undefined : { from, to };
}

/** How far a key moves, in periods; undefined for other keys. */
export function stepOf(key: string, count: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -count, End: count,
  };
  return steps[key];
}
