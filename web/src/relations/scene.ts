// What is drawn: nodes and edges with places, sizes and names, for the period
// and for what is looked at. Canvas and SVG draw the same scene.

import { isUnlinked } from "../address";
import { fit, type Point } from "./geometry";
import { placeLabels, type Named, type Side } from "./labels";
import { countIn, nodePeak, peak, tallies, weight, type EdgeKind, type NetEdge, type NetNode, type Network, type Tally, type Window } from "./network";

/** How a node looks; told apart by shape and filling. */
export type Tone = "actor" | "unlinked" | "issue";

export interface SceneNode extends Point {
  key: string;
  name: string;
  tone: Tone;
  radius: number;
  opacity: number;
  side: Side | undefined;
  /** Whether it is looked at itself. */
  focus: boolean;
}

export interface SceneEdge {
  key: string;
  source: string;
  target: string;
  kind: EdgeKind;
  /** Zero where the period has none. */
  count: number;
  width: number;
  opacity: number;
}

/** What stays the same while a period plays. */
export interface Stage {
  network: Network;
  edges: readonly NetEdge[];
  nodes: readonly NetNode[];
  places: ReadonlyMap<string, Point>;
  width: number;
  height: number;
}

export interface Scene {
  stage: Stage;
  nodes: SceneNode[];
  edges: SceneEdge[];
  tallies: ReadonlyMap<string, Tally>;
}

/** Nodes of the edges, the weightiest first. */
export function nodesOf(network: Network, edges: readonly NetEdge[]): NetNode[] {
  const degrees = new Map<string, number>();
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) degrees.set(end, (degrees.get(end) ?? 0) + edge.total);
  }
  return [...degrees].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).flatMap(([key]) => network.nodes.get(key) ?? []);
}

/** Room at the edges of the drawing, for names. */
function roomOf(width: number): number {
  return width < 500 ? 34 : 56;
}

export function setStage(network: Network, edges: readonly NetEdge[], nodes: readonly NetNode[], layout: ReadonlyMap<string, Point>, width: number, height: number): Stage {
  return { network, edges, nodes, places: fit(layout, width, height, roomOf(width)), width, height };
}

/** Largest sizes in pixels: smaller where much is drawn. */
function scales(nodes: number, edges: number, width: number, height: number): { radius: number; line: number; opacity: number } {
  const space = Math.sqrt((width * height) / Math.max(nodes, 1));
  return {
    radius: Math.min(Math.max(space * 0.24, 7), 26),
    line: Math.min(Math.max(10.5 - 2.2 * Math.log10(Math.max(edges, 1)), 2.4), 7),
    opacity: Math.min(Math.max(1.35 - 0.33 * Math.log10(Math.max(edges, 1)), 0.14), 0.85),
  };
}

/** Areas grow with what they show. */
export const sized = (count: number, most: number, least: number, largest: number): number =>
  count <= 0 ? least : least + (largest - least) * Math.sqrt(Math.min(count / most, 1));

/** Nodes and edges that stay when something is looked at; undefined: all. */
export interface Near {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  focus: ReadonlySet<string>;
}

export function near(edges: readonly NetEdge[], window: Window | undefined, edge: string | undefined, node: string | undefined): Near | undefined {
  if (!edge && !node) return undefined;
  const found = { nodes: new Set<string>(), edges: new Set<string>(), focus: new Set<string>() };
  for (const e of edges) {
    const isNear = edge ? e.key === edge : e.source === node || e.target === node;
    if (!isNear || (!edge && countIn(e, window) === 0)) continue;
    found.edges.add(e.key);
    for (const end of [e.source, e.target]) {
      found.nodes.add(end);
      if (edge) found.focus.add(end);
    }
  }
  if (node && !edge) {
    found.nodes.add(node);
    found.focus.add(node);
  }
  return found.nodes.size > 0 ? found : undefined;
}

const faded = { node: 0.13, edge: 0.05, idle: 0.16 };

/**
 * @param zoom how many times larger than fitted it is seen, for room for names
 * @param measure the width of a name in pixels
 */
export function makeScene(stage: Stage, window: Window | undefined, looked: Near | undefined, zoom: number, measure: (text: string) => number): Scene {
  const width = window && window.to - window.from + 1;
  const counts = tallies(stage.edges, window);
  const size = scales(stage.nodes.length, stage.edges.length, stage.width, stage.height);
  const edgeMost = peak(stage.edges, width);
  const nodeMost = nodePeak(stage.network, stage.edges, width);
  const edges = stage.edges.map((edge): SceneEdge => {
    const count = countIn(edge, window);
    const opacity = count === 0 ? 0 : !looked ? size.opacity : looked.edges.has(edge.key) ? 0.95 : faded.edge;
    return { key: edge.key, source: edge.source, target: edge.target, kind: edge.kind, count, width: sized(count, edgeMost, size.line / 4, size.line), opacity };
  });
  const nodes = stage.nodes.map((node): SceneNode => {
    const tally = counts.get(node.key);
    const place = stage.places.get(node.key) ?? { x: 0, y: 0 };
    return {
      key: node.key, name: node.name, tone: toneOf(node), x: place.x, y: place.y,
      radius: sized(weight(node, tally), nodeMost, 4, size.radius),
      opacity: !tally ? faded.idle : !looked || looked.nodes.has(node.key) ? 1 : faded.node,
      side: undefined, focus: looked?.focus.has(node.key) ?? false,
    };
  });
  nameNodes(nodes, looked, zoom, measure, stage);
  return { stage, nodes, edges, tallies: counts };
}

const toneOf = (node: NetNode): Tone => (node.what === "issue" ? "issue" : isUnlinked(node.id) ? "unlinked" : "actor");

function nameNodes(nodes: SceneNode[], looked: Near | undefined, zoom: number, measure: (text: string) => number, stage: Stage): void {
  const grown = Math.sqrt(zoom);
  const named = nodes.map((node): Named => ({
    key: node.key, name: node.name, x: node.x * zoom, y: node.y * zoom, radius: node.radius * grown,
    rank: node.opacity < 1 ? 0 : node.radius + (node.focus ? 1000 : 0) + (looked?.nodes.has(node.key) ? 100 : 0),
  }));
  const [x, y] = [(stage.width / 2) * zoom - 2, (stage.height / 2) * zoom - 2];
  const sides = placeLabels(named, measure, { left: -x, right: x, top: -y, bottom: y });
  for (const node of nodes) node.side = sides.get(node.key) ?? (node.focus ? "right" : undefined);
}
