// From the rows of the query "network" to nodes and edges, and what of them a
// period shows. Everything by period is counted here, so that the slider plays
// without asking.

import { widthOf, type Window } from "../chart/brush";
import type { EdgeRow } from "../api/rows";

export type EdgeKind = EdgeRow["kind"];
export const edgeKinds: readonly EdgeKind[] = ["demand", "support", "oppose"];

/** An actor, or an issue that actors take positions on. */
export interface NetNode {
  key: string;
  id: string;
  name: string;
  what: "actor" | "issue";
}

/** What one actor demands of another, or its support of an issue or opposition to it. */
export interface NetEdge {
  key: string;
  source: string;
  target: string;
  kind: EdgeKind;
  /** Month numbers, ascending, with their counts. */
  months: [month: number, count: number][];
  undated: number;
  total: number;
}

/** Numbers of months, both ends included. */
export type { Window };

export interface Network {
  nodes: ReadonlyMap<string, NetNode>;
  /** The most frequent first. */
  edges: readonly NetEdge[];
  /** The first and the last month that anything is dated to. */
  range: Window | undefined;
  undated: number;
}

/** "2021-12" as a number of months; a day counts for its month. */
export function monthNumber(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

/** The inverse of monthNumber. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

const actorKey = (id: string): string => "actor/" + id;
const issueKey = (id: string): string => "issue/" + id;

export function buildNetwork(rows: readonly EdgeRow[]): Network {
  const nodes = new Map<string, NetNode>();
  const edges = new Map<string, NetEdge>();
  for (const row of rows) {
    const target = targetOf(row);
    if (!row.source || !target) continue;
    const source: NetNode = { key: actorKey(row.source.id), id: row.source.id, name: row.source.name, what: "actor" };
    for (const node of [source, target]) if (!nodes.has(node.key)) nodes.set(node.key, node);
    const key = `${row.kind}/${source.id}/${target.id}`;
    const edge = edges.get(key) ?? { key, source: source.key, target: target.key, kind: row.kind, months: [], undated: 0, total: 0 };
    edges.set(key, edge);
    edge.total += row.count;
    const month = row.month ? monthNumber(row.month) : undefined;
    if (month === undefined) edge.undated += row.count;
    else edge.months.push([month, row.count]);
  }
  const list = [...edges.values()];
  for (const edge of list) edge.months.sort((a, b) => a[0] - b[0]);
  list.sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
  return { nodes, edges: list, range: rangeOf(list), undated: list.reduce((sum, edge) => sum + edge.undated, 0) };
}

function targetOf(row: EdgeRow): NetNode | undefined {
  if (row.target) return { key: actorKey(row.target.id), id: row.target.id, name: row.target.name, what: "actor" };
  if (row.issue_id) return { key: issueKey(row.issue_id), id: row.issue_id, name: row.issue ?? row.issue_id, what: "issue" };
  return undefined;
}

function rangeOf(edges: readonly NetEdge[]): Window | undefined {
  let from = Infinity;
  let to = -Infinity;
  for (const { months } of edges) {
    from = Math.min(from, months[0]?.[0] ?? Infinity);
    to = Math.max(to, months.at(-1)?.[0] ?? -Infinity);
  }
  return from <= to ? { from, to } : undefined;
}

/** What is drawn at most: the strongest over all months, so that it stays the same while a period plays. */
export function strongest(edges: readonly NetEdge[], hidden: ReadonlySet<EdgeKind>, minimum: number, most: number): NetEdge[] {
  const kept: NetEdge[] = [];
  for (const edge of edges) {
    if (edge.total < minimum || kept.length >= most) break; // they are in order
    if (!hidden.has(edge.kind)) kept.push(edge);
  }
  return kept;
}

/** How often the edge occurs in the window; without one, what is undated counts too. */
export function countIn(edge: NetEdge, window: Window | undefined): number {
  if (!window) return edge.total;
  let sum = 0;
  for (const [month, count] of edge.months) {
    if (month > window.to) break;
    if (month >= window.from) sum += count;
  }
  return sum;
}

export interface Counted {
  readonly edge: NetEdge;
  readonly count: number;
}

/** Edges that occur in the window, the most frequent first. */
export function countedIn(edges: readonly NetEdge[], window: Window | undefined): Counted[] {
  return edges.map((edge) => ({ edge, count: countIn(edge, window) })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Counts by month of the range. */
export function histogram(edges: readonly NetEdge[], range: Window): number[] {
  const bars = new Array<number>(widthOf(range)).fill(0);
  for (const edge of edges) {
    for (const [month, count] of edge.months) {
      const at = month - range.from;
      if (at >= 0 && at < bars.length) bars[at] = (bars[at] ?? 0) + count;
    }
  }
  return bars;
}

/** What is told of a node: demands it made and received, and positions that it holds or that are on it. */
export interface Tally {
  made: number;
  received: number;
  positions: number;
}

export function tallies(edges: readonly NetEdge[], window: Window | undefined): Map<string, Tally> {
  const found = new Map<string, Tally>();
  const of = (key: string): Tally => {
    let tally = found.get(key);
    if (!tally) found.set(key, (tally = { made: 0, received: 0, positions: 0 }));
    return tally;
  };
  for (const edge of edges) {
    const count = countIn(edge, window);
    if (count === 0) continue;
    if (edge.kind === "demand") {
      of(edge.source).made += count;
      of(edge.target).received += count;
    } else {
      of(edge.source).positions += count;
      of(edge.target).positions += count;
    }
  }
  return found;
}

/** What the size of a node shows: of actors demands made and received, of issues positions. */
export const weight = (node: NetNode, tally: Tally | undefined): number =>
  !tally ? 0 : node.what === "issue" ? tally.positions : tally.made + tally.received;

/**
 * The largest count of an edge in any window of the width. Widths of lines are
 * drawn against it, so that they stay comparable while the window moves.
 */
export function peak(edges: readonly NetEdge[], width: number | undefined): number {
  let most = 1;
  for (const edge of edges) most = Math.max(most, width === undefined ? edge.total : peakOf(edge.months, width));
  return most;
}

function peakOf(months: NetEdge["months"], width: number): number {
  let most = 0;
  let sum = 0;
  let start = 0;
  for (const [month, count] of months) {
    sum += count;
    for (let first = months[start]; first && month - first[0] >= width; first = months[++start]) sum -= first[1];
    most = Math.max(most, sum);
  }
  return most;
}

/** The same for nodes. */
export function nodePeak(network: Network, edges: readonly NetEdge[], width: number | undefined): number {
  const byNode = new Map<string, Map<number, number>>();
  const add = (key: string, month: number, count: number) => {
    const months = byNode.get(key) ?? new Map<number, number>();
    byNode.set(key, months.set(month, (months.get(month) ?? 0) + count));
  };
  for (const edge of edges) {
    const ends = edge.kind === "demand" ? [edge.source, edge.target] : [edge.target];
    for (const end of ends) {
      for (const [month, count] of edge.months) add(end, month, count);
      if (edge.undated && width === undefined) add(end, -1, edge.undated);
    }
  }
  let most = 1;
  for (const [key, months] of byNode) {
    if (!network.nodes.has(key)) continue;
    const list = [...months].sort((a, b) => a[0] - b[0]);
    most = Math.max(most, peakOf(list, width ?? Infinity));
  }
  return most;
}

const verbs: Record<EdgeKind, string> = { demand: "demands of", support: "supports", oppose: "opposes" };

/** "Russia demands of NATO". */
export function sentence(network: Network, edge: NetEdge): string {
  return `${network.nodes.get(edge.source)?.name ?? edge.source} ${verbs[edge.kind]} ${network.nodes.get(edge.target)?.name ?? edge.target}`;
}
