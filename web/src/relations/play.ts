// A window that moves through the months.

import type { Window } from "./network";

const widthOf = (window: Window): number => window.to - window.from + 1;

/** The window that playing starts with: the chosen one, or a stretch at the beginning. */
export function firstWindow(window: Window | undefined, range: Window): Window {
  if (window) return window.to >= range.to ? moved({ from: range.from, to: range.from + widthOf(window) - 1 }, 0, range) : window;
  const width = Math.max(1, Math.min(12, Math.round(widthOf(range) / 12)));
  return { from: range.from, to: Math.min(range.from + width - 1, range.to) };
}

/** The window by so many months later, as far as the range goes; its width stays. */
export function moved(window: Window, months: number, range: Window): Window {
  const width = Math.min(widthOf(window), widthOf(range));
  const from = Math.min(Math.max(window.from + months, range.from), range.to - width + 1);
  return { from, to: from + width - 1 };
}

/**
 * The next window in the direction (1 or -1) that differs from this one and
 * shows something: years without a record are passed over. Undefined at the end.
 */
export function nextWindow(window: Window, direction: 1 | -1, range: Window, bars: readonly number[]): Window | undefined {
  let at = window;
  for (;;) {
    const next = moved(at, direction, range);
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

/** One handle of the slider to another month; handles do not pass each other. */
export function withHandle(window: Window, handle: "from" | "to", month: number, range: Window): Window {
  const inside = Math.min(Math.max(month, range.from), range.to);
  return handle === "from"
    ? { from: Math.min(inside, window.to), to: window.to }
    : { from: window.from, to: Math.max(inside, window.from) };
}

/** Undefined where the window shows all there is. */
export function orAll(window: Window, range: Window): Window | undefined {
  return window.from <= range.from && window.to >= range.to ? undefined : window;
}
