// Which nodes are named in the drawing, and on which side, so that no name lies
// on another or on a node. The larger a node, the earlier it gets its name.

import type { Point } from "./geometry";

export type Side = "right" | "left" | "above" | "below";
const sides: readonly Side[] = ["right", "left", "below", "above"];

export interface Named extends Point {
  key: string;
  name: string;
  radius: number;
  /** What comes first is placed first; zero is not named. */
  rank: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const labelSize = 13;
const gap = 4;

export function labelBox(node: Pick<Named, "x" | "y" | "radius">, side: Side, width: number): Box {
  const half = labelSize * 0.62;
  const away = node.radius + gap;
  switch (side) {
    case "right": return { left: node.x + away, right: node.x + away + width, top: node.y - half, bottom: node.y + half };
    case "left": return { left: node.x - away - width, right: node.x - away, top: node.y - half, bottom: node.y + half };
    case "above": return { left: node.x - width / 2, right: node.x + width / 2, top: node.y - away - 2 * half, bottom: node.y - away };
    case "below": return { left: node.x - width / 2, right: node.x + width / 2, top: node.y + away, bottom: node.y + away + 2 * half };
  }
}

/**
 * Sides of the names that find room. All coordinates are pixels as seen.
 * @param measure the width of a text in pixels
 * @param bounds names stay inside
 */
export function placeLabels(nodes: readonly Named[], measure: (text: string) => number, bounds?: Box): Map<string, Side> {
  const taken = new Grid();
  const named = nodes.filter((node) => node.rank > 0).sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1));
  for (const node of named) {
    taken.add({ left: node.x - node.radius, right: node.x + node.radius, top: node.y - node.radius, bottom: node.y + node.radius }, node.key);
  }
  const placed = new Map<string, Side>();
  for (const node of named) {
    const width = measure(node.name);
    const side = sides.find((s) => {
      const box = labelBox(node, s, width);
      return (!bounds || within(box, bounds)) && taken.free(box, node.key);
    });
    if (!side) continue;
    taken.add(labelBox(node, side, width), node.key);
    placed.set(node.key, side);
  }
  return placed;
}

const within = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;

/** Boxes by cells, so that thousands are compared with their neighbours only. */
class Grid {
  private readonly cells = new Map<string, { box: Box; key: string }[]>();

  add(box: Box, key: string): void {
    for (const cell of cellsOf(box)) {
      const list = this.cells.get(cell);
      if (list) list.push({ box, key });
      else this.cells.set(cell, [{ box, key }]);
    }
  }

  free(box: Box, own: string): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (other.key !== own && overlap(box, other.box)) return false;
      }
    }
    return true;
  }
}

const cellSize = 64;

function* cellsOf(box: Box): Generator<string> {
  for (let x = Math.floor(box.left / cellSize); x <= Math.floor(box.right / cellSize); x++) {
    for (let y = Math.floor(box.top / cellSize); y <= Math.floor(box.bottom / cellSize); y++) yield `${x} ${y}`;
  }
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
