// The settings of the view, as its address has them.

import { listed, type Change } from "../address";
import { edgeKinds, monthNumber, monthText, type EdgeKind, type Window } from "./network";

const defaultMost = 200;
export const mosts = [50, 100, 200, 500, 1000, 2000, 5000] as const;
export const minimums = [1, 2, 3, 5, 10, 20, 50, 100] as const;

/** How fast a period plays, in milliseconds a month. */
export const speeds = [1200, 500, 180] as const;
export const speedNames = ["slow", "medium", "fast"] as const;

export interface Settings {
  /** The months shown; undefined shows all, also what has no month. */
  window: Window | undefined;
  hidden: ReadonlySet<EdgeKind>;
  /** Edges that occur less often over all months are left out. */
  minimum: number;
  /** So many edges are drawn at most. */
  most: number;
  /** Keys of what is looked at closely. */
  edge: string | undefined;
  node: string | undefined;
  /** An index of speeds. */
  speed: number;
}

export function readSettings(params: Readonly<Record<string, string>>, range: Window | undefined): Settings {
  const hide = listed(params.hide);
  return {
    window: range && readWindow(params.since, params.until, range),
    hidden: new Set(edgeKinds.filter((kind) => hide.includes(kind))),
    minimum: whole(params.min, 1, 1, Infinity),
    most: whole(params.most, defaultMost, 1, 5000),
    edge: params.edge,
    node: params.edge ? undefined : params.node,
    speed: whole(params.speed, 1, 0, speeds.length - 1),
  };
}

function whole(text: string | undefined, otherwise: number, least: number, most: number): number {
  const n = Number(text);
  return text && Number.isInteger(n) ? Math.min(Math.max(n, least), most) : otherwise;
}

/** Days and years count for their months; what covers the whole range is no window. */
export function readWindow(since: string | undefined, until: string | undefined, range: Window): Window | undefined {
  const from = monthOf(since, "01") ?? range.from;
  const to = monthOf(until, "12") ?? range.to;
  if (from <= range.from && to >= range.to) return undefined;
  const inside = (month: number) => Math.min(Math.max(month, range.from), range.to);
  return from <= to ? { from: inside(from), to: inside(to) } : undefined;
}

const monthOf = (text: string | undefined, month: string): number | undefined =>
  text === undefined ? undefined : monthNumber(/^\d{4}$/.test(text) ? `${text}-${month}` : text);

export function windowChange(window: Window | undefined): Change {
  return { since: window && monthText(window.from), until: window && monthText(window.to) };
}

export const selectEdge = (key: string | undefined): Change => ({ edge: key, node: undefined });
export const selectNode = (key: string | undefined): Change => ({ node: key, edge: undefined });

/** Settings that say what is asked of the server. */
export const conditions = ["actor", "issue", "strength", "confidence", "publisher"] as const;

/** The conditions as the questions call them: the strength that is chosen is the weakest that counts. */
export function asked(params: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const { actor, issue, strength, confidence, publisher } = params;
  return { actor, issue, weakest: strength, confidence, publisher };
}

/** Everything back to how it is without settings. */
export const cleared: Change = Object.fromEntries(
  [...conditions, "since", "until", "hide", "min", "most", "edge", "node"].map((name) => [name, undefined]),
);
