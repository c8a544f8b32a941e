// A window that moves through the months.

import { shift, widthOf, type Window } from "../chart/brush";

/** The window that playing starts with: the chosen one, or a stretch at the beginning. */
export function firstWindow(window: Window | undefined, range: Window): Window {
  if (window) return window.to >= range.to ? shift({ from: range.from, to: range.from + widthOf(window) - 1 }, 0, range) : window;
  const width = Math.max(1, Math.min(12, Math.round(widthOf(range) / 12)));
  return { from: range.from, to: Math.min(range.from + width - 1, range.to) };
}

/**
 * The next window in the direction (1 or -1) that differs from this one and
 * shows something: years without a record are passed over. Undefined at the end.
 */
export function nextWindow(window: Window, direction: 1 | -1, range: Window, bars: readonly number[]): Window | undefined {
  let at = window;
  for (;;) {
    const next = shift(at, direction, range);
    if (next.from === at.from) return undefined;
    if (countOf(next, range, bars) > 0) return next;
    at = next;
  }
}

export function countOf(window: Window, range: Window, bars: readonly number[]): number {
  let sum = 0;
  for (let month = window.from; month <= window.to; month++) sum += bars[month - range.from] ?? 0;
  return sum;
}
