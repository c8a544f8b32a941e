// Places of nodes, which the view waits for.

import { useEffect, useRef, useState } from "preact/hooks";
import { arrange } from "./arrange";
import type { Point } from "./geometry";
import type { NetEdge, NetNode, Network } from "./network";
import { nodesOf } from "./scene";

/** Edges with places for their nodes. */
export interface Arranged {
  network: Network;
  edges: readonly NetEdge[];
  nodes: readonly NetNode[];
  places: ReadonlyMap<string, Point>;
}

/** Places for the edges; the last ones stay until the next are there. */
export function useArranged(network: Network | undefined, edges: readonly NetEdge[], aspect: number | undefined): Arranged | undefined {
  const [arranged, set] = useState<Arranged>();
  const last = useRef<Arranged | undefined>(undefined);
  useEffect(() => {
    if (!network || aspect === undefined || edges.length === 0) return;
    const control = new AbortController();
    const nodes = nodesOf(network, edges);
    const before = last.current && startFrom(last.current, nodes);
    const task = {
      nodes: nodes.map((node) => node.key), aspect,
      edges: edges.map(({ source, target, total }) => ({ source, target, weight: total })),
      ...(before && { before }),
    };
    arrange(task, control.signal).then((places) => {
      if (control.signal.aborted) return;
      last.current = { network, edges, nodes, places };
      set(last.current);
    }, () => undefined); // no longer wanted
    return () => control.abort();
  }, [network, edges, aspect]);
  return arranged;
}

/** Places of the last layout, in the units of the next, where most of its nodes were there. */
function startFrom(last: Arranged, nodes: readonly NetNode[]): Record<string, Point> | undefined {
  const known = nodes.filter((node) => last.places.has(node.key));
  if (known.length < nodes.length / 2) return undefined;
  const before: Record<string, Point> = {};
  for (const { key } of known) {
    const { x, y } = last.places.get(key) as Point;
    before[key] = { x: x * 10, y: y * 10 };
  }
  return before;
}
