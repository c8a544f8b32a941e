// Choosing a period with the pointer or keys: places among periods, no pixels kept.

/** The first and the last of the chosen periods, counted from 0. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const clamp = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);

/** The period under a point of a drawing that is so wide. */
export function placeAt(x: number, width: number, count: number): number {
  return width > 0 ? clamp(Math.floor((x / width) * count), 0, count - 1) : 0;
}

/** The window between two places, in whatever order they were given. */
export const between = (a: number, b: number): Window => ({ from: Math.min(a, b), to: Math.max(a, b) });

/** One end moved; it stops at the other end and at the edges. */
export function moveEnd(window: Window, end: "from" | "to", by: number, count: number): Window {
  return end === "from"
    ? { ...window, from: clamp(window.from + by, 0, window.to) }
    : { ...window, to: clamp(window.to + by, window.from, count - 1) };
}

/** The window moved as a whole; it keeps its length. */
export function shift(window: Window, by: number, count: number): Window {
  const step = clamp(by, -window.from, count - 1 - window.to);
  return { from: window.from + step, to: window.to + step };
}

export const isAll = (window: Window, count: number): boolean => window.from <= 0 && window.to >= count - 1;

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
