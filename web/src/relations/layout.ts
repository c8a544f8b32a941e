// Places of nodes: ForceAtlas2, which puts those near each other that have much
// to do with each other, and then enough distance between neighbours to read
// their names. The same edges always give the same places.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Point } from "./geometry";

export interface LayoutTask {
  /** The weightiest first. */
  nodes: string[];
  edges: { source: string; target: string; weight: number }[];
  /** Width of the drawing as a part of its height. */
  aspect: number;
  /** Where nodes were before, so that they stay about there. */
  before?: Record<string, Point>;
}

/** Time that a layout may take, in milliseconds; what is large enough to need it is a little rougher. */
const budget = 2500;
const pieces = 20;

export function layout(task: LayoutTask): Record<string, Point> {
  const graph = new Graph({ type: "undirected", multi: false });
  task.nodes.forEach((key, i) => graph.addNode(key, { ...(task.before?.[key] ?? spiral(i)), size: 1 }));
  for (const { source, target, weight } of task.edges) {
    if (source === target) continue;
    graph.updateUndirectedEdge(source, target, (old) => ({ weight: ((old.weight as number | undefined) ?? 0) + Math.log2(1 + weight) }));
  }
  if (graph.order === 0) return {};
  spread(graph);
  const places: Record<string, Point> = {};
  graph.forEachNode((key, { x, y }) => { places[key] = { x: x as number, y: y as number }; });
  return separate(places, task.aspect);
}

/** A sunflower: even, and the same each time. */
function spiral(i: number): Point {
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  const radius = 10 * Math.sqrt(i + 0.5);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function spread(graph: Graph): void {
  const settings = {
    ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 400, barnesHutTheta: 0.8,
    linLogMode: false, strongGravityMode: true, gravity: graph.order > 400 ? 0.08 : 0.12, scalingRatio: 12, edgeWeightInfluence: 0.6,
  };
  const iterations = graph.order > 400 ? 240 : 600;
  const start = performance.now();
  for (let done = 0; done < iterations && performance.now() - start < budget; done += pieces) {
    forceAtlas2.assign(graph, { iterations: pieces, settings, getEdgeWeight: "weight" });
  }
}

/**
 * Stretches to the aspect, in units where the drawing has about one node in a
 * square of side one, and pushes apart what is nearer than its name needs.
 */
export function separate(places: Record<string, Point>, aspect: number): Record<string, Point> {
  const keys = Object.keys(places);
  const side = Math.sqrt(keys.length) || 1;
  const points = keys.map((key) => ({ ...(places[key] as Point) }));
  const [sx, sy] = [extent(points.map((p) => p.x)), extent(points.map((p) => p.y))];
  for (const p of points) {
    p.x = ((p.x - sx.middle) / sx.size) * side * Math.sqrt(aspect);
    p.y = ((p.y - sy.middle) / sy.size) * side / Math.sqrt(aspect);
  }
  for (let round = 0; round < 60 && push(points); round++);
  return Object.fromEntries(keys.map((key, i) => [key, points[i] as Point]));
}

function extent(values: number[]): { middle: number; size: number } {
  const [least, most] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  return { middle: (least + most) / 2, size: most - least || 1 };
}

/** Least distances of neighbours, across and down: names are wider than high. */
const apart = { x: 0.62, y: 0.4 };

function push(points: Point[]): boolean {
  const cells = new Map<string, number[]>();
  points.forEach((p, i) => {
    const cell = `${Math.floor(p.x / apart.x)} ${Math.floor(p.y / apart.y)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), i]);
  });
  let anything = false;
  points.forEach((p, i) => {
    const [column, line] = [Math.floor(p.x / apart.x), Math.floor(p.y / apart.y)];
    for (let c = column - 1; c <= column + 1; c++) {
      for (let l = line - 1; l <= line + 1; l++) {
        for (const j of cells.get(`${c} ${l}`) ?? []) {
          const q = points[j];
          if (j > i && q && part(p, q, i)) anything = true;
        }
      }
    }
  });
  return anything;
}

/** Moves two points apart by half of what they lack. */
function part(p: Point, q: Point, seed: number): boolean {
  let dx = (q.x - p.x) / apart.x;
  let dy = (q.y - p.y) / apart.y;
  let distance = Math.hypot(dx, dy);
  if (distance >= 1) return false;
  if (distance < 1e-6) {
    [dx, dy] = [Math.cos(seed), Math.sin(seed)];
    distance = 1e-6;
    dx *= distance;
    dy *= distance;
  }
  const lack = (1 - distance) / 2 / distance;
  p.x -= dx * lack * apart.x;
  p.y -= dy * lack * apart.y;
  q.x += dx * lack * apart.x;
  q.y += dy * lack * apart.y;
  return true;
}
