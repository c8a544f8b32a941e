// Where nodes and edges lie. The canvas and the SVG drawing use the same: pixels
// from the middle of the drawing, x to the right, y downwards.

import type { EdgeKind } from "./network";

export interface Point {
  x: number;
  y: number;
}

/**
 * How far an edge bends to the left of its direction, as a part of its length.
 * So edges in both directions part, and so do support and opposition.
 */
export const curvature: Record<EdgeKind, number> = { demand: 0.12, support: 0.12, oppose: -0.12 };

/** Lengths of dashes and gaps, in widths of the line; what is solid has none. */
export const dashes: Record<EdgeKind, [dash: number, gap: number]> = { demand: [0, 0], support: [3.5, 1.8], oppose: [1.1, 1.3] };

/** The control point of the edge's curve, a quadratic Bézier. */
export function control(source: Point, target: Point, bend: number): Point {
  return {
    x: (source.x + target.x) / 2 + bend * (target.y - source.y),
    y: (source.y + target.y) / 2 - bend * (target.x - source.x),
  };
}

export function curveAt(t: number, source: Point, middle: Point, target: Point): Point {
  const u = 1 - t;
  return {
    x: u * u * source.x + 2 * u * t * middle.x + t * t * target.x,
    y: u * u * source.y + 2 * u * t * middle.y + t * t * target.y,
  };
}

/** Where the curve enters the circle around its target, as a part of its way. */
export function entersAt(source: Point, middle: Point, target: Point, radius: number): number {
  let outside = 0.5;
  let inside = 1;
  for (let i = 0; i < 16; i++) {
    const t = (outside + inside) / 2;
    const p = curveAt(t, source, middle, target);
    if (Math.hypot(p.x - target.x, p.y - target.y) > radius) outside = t;
    else inside = t;
  }
  return inside;
}

/** A drawn edge: its line, and what stands at its end. */
export interface Shape {
  line: string;
  head: string;
}

/** Length and width of arrow heads, in widths of the line. */
export const arrow = { length: 3.2, width: 3.4, barLength: 1.1, barWidth: 4.2 };

/** An edge that ends at the border of its target, with an arrow, or a bar where it opposes. */
export function edgeShape(source: Point, target: Point, kind: EdgeKind, width: number, radius: number): Shape {
  const middle = control(source, target, curvature[kind]);
  const end = entersAt(source, middle, target, radius + 1);
  const length = kind === "oppose" ? arrow.barLength * width : arrow.length * Math.max(width, 1.4);
  const base = entersAt(source, middle, target, radius + 1 + length);
  const tip = curveAt(end, source, middle, target);
  const foot = curveAt(base, source, middle, target);
  const half = (kind === "oppose" ? arrow.barWidth * Math.max(width, 1.2) : arrow.width * Math.max(width, 1.4)) / 2;
  return { line: `M${at(source)}Q${at(halved(source, middle, base))} ${at(foot)}`, head: head(foot, tip, half, kind === "oppose") };
}

/** The control point of the curve's part before t (de Casteljau). */
const halved = (source: Point, middle: Point, t: number): Point => ({
  x: source.x + (middle.x - source.x) * t,
  y: source.y + (middle.y - source.y) * t,
});

function head(foot: Point, tip: Point, half: number, bar: boolean): string {
  const length = Math.hypot(tip.x - foot.x, tip.y - foot.y) || 1;
  const across = { x: (-(tip.y - foot.y) / length) * half, y: ((tip.x - foot.x) / length) * half };
  const left = { x: foot.x + across.x, y: foot.y + across.y };
  const right = { x: foot.x - across.x, y: foot.y - across.y };
  if (!bar) return `M${at(left)}L${at(tip)}L${at(right)}Z`;
  return `M${at(left)}L${at({ x: tip.x + across.x, y: tip.y + across.y })}L${at({ x: tip.x - across.x, y: tip.y - across.y })}L${at(right)}Z`;
}

/** What an actor demands of itself: a loop above its node. */
export function loopShape(node: Point, radius: number): Shape {
  const top = { x: node.x, y: node.y - radius };
  const wide = radius * 1.2 + 8;
  const high = radius * 2 + 16;
  return {
    line: `M${at(top)}C${at({ x: node.x - wide, y: node.y - high })} ${at({ x: node.x + wide, y: node.y - high })} ${at({ x: top.x + radius * 0.4, y: top.y })}`,
    head: "",
  };
}

const at = (p: Point): string => `${round(p.x)},${round(p.y)}`;
const round = (n: number): number => Math.round(n * 10) / 10;

/**
 * Places of a layout, in any unit, moved and stretched into a drawing of the
 * size, with room at the edges. Both directions are stretched alike.
 */
export function fit(places: ReadonlyMap<string, Point>, width: number, height: number, room: number): Map<string, Point> {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places.values()) {
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  const across = Math.max(width - 2 * room, 1) / (right - left || 1);
  const down = Math.max(height - 2 * room, 1) / (bottom - top || 1);
  const scale = Math.min(across, down);
  const fitted = new Map<string, Point>();
  for (const [key, { x, y }] of places) {
    fitted.set(key, { x: (x - (left + right) / 2) * scale, y: (y - (top + bottom) / 2) * scale });
  }
  return fitted;
}
