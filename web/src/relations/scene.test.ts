import { describe, expect, it } from "vitest";
import type { EdgeRow } from "../api/rows";
import { labelBox, placeLabels, type Named } from "./labels";
import { layout, separate } from "./layout";
import { buildNetwork, monthNumber } from "./network";
import { makeScene, near, nodesOf, setStage, sized } from "./scene";

const row = (source: string, target: string, month: string, count: number): EdgeRow =>
  ({ source: { id: source, name: source }, target: { id: target, name: target }, issue: null, issue_id: null, kind: "demand", month, count });
const network = buildNetwork([row("a", "b", "2021-01", 9), row("b", "a", "2021-02", 4), row("unlinked:c", "d", "2021-03", 1)]);
const nodes = nodesOf(network, network.edges);
const task = { nodes: nodes.map((n) => n.key), edges: network.edges.map((e) => ({ source: e.source, target: e.target, weight: e.total })), aspect: 1.5 };
const stage = setStage(network, network.edges, nodes, new Map(Object.entries(layout(task))), 600, 400);
const width = (text: string) => text.length * 7;
const january = { from: monthNumber("2021-01")!, to: monthNumber("2021-01")! };

describe("makeScene", () => {
  it("fades nodes without edges in the window, and leaves their edges out", () => {
    const scene = makeScene(stage, january, undefined, 1, width);
    expect(scene.edges.map((e) => e.count)).toEqual([9, 0, 0]);
    expect(scene.edges.map((e) => e.opacity > 0)).toEqual([true, false, false]);
    expect(scene.nodes.map((n) => [n.name, n.opacity === 1, n.side !== undefined])).toEqual([["a", true, true], ["b", true, true], ["d", false, false], ["unlinked:c", false, false]]);
  });
  it("keeps places while the window moves", () => {
    const places = (scene: ReturnType<typeof makeScene>) => scene.nodes.map(({ x, y }) => [x, y]);
    expect(places(makeScene(stage, january, undefined, 1, width))).toEqual(places(makeScene(stage, undefined, undefined, 1, width)));
  });
  it("fades what is far from what is looked at", () => {
    const scene = makeScene(stage, undefined, near(stage.edges, undefined, undefined, "actor/d"), 1, width);
    expect(scene.nodes.filter((n) => n.opacity === 1).map((n) => n.name)).toEqual(["d", "unlinked:c"]);
    expect(scene.nodes.filter((n) => n.focus).map((n) => n.name)).toEqual(["d"]);
    expect(near(stage.edges, undefined, undefined, undefined)).toBeUndefined();
  });
});

it("sizes grow with the root of counts", () => {
  expect(sized(0, 100, 2, 10)).toBe(2);
  expect(sized(25, 100, 2, 10)).toBe(6);
  expect(sized(400, 100, 2, 10)).toBe(10);
});

describe("layout", () => {
  it("gives the same places for the same edges", () => {
    expect(layout(task)).toEqual(layout(task));
  });
  it("puts all nodes somewhere, apart from each other", () => {
    const places = Object.values(separate({ a: { x: 0, y: 0 }, b: { x: 0, y: 0 }, c: { x: 9, y: 1 } }, 1));
    expect(places.every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
    expect(Math.hypot(places[0]!.x - places[1]!.x, places[0]!.y - places[1]!.y)).toBeGreaterThan(0.3);
  });
});

describe("placeLabels", () => {
  const node = (key: string, x: number, y: number, rank = 1): Named => ({ key, name: key.repeat(8), x, y, radius: 5, rank });
  it("names the larger node first and puts no name on another", () => {
    const crowd = [node("a", 0, 0), node("b", 12, 0, 5), node("c", 24, 0), node("d", 12, 14)];
    const sides = placeLabels(crowd, width);
    expect(sides.has("b")).toBe(true);
    const boxes = crowd.flatMap((n) => (sides.has(n.key) ? [labelBox(n, sides.get(n.key)!, width(n.name))] : []));
    for (const [i, p] of boxes.entries()) {
      for (const q of boxes.slice(i + 1)) expect(p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom).toBe(false);
    }
  });
  it("keeps names within the drawing", () => {
    expect(placeLabels([node("a", 95, 0)], width, { left: -100, right: 100, top: -100, bottom: 100 }).get("a")).toBe("left");
    expect(placeLabels([node("a", 95, 0, 0)], width).size).toBe(0);
  });
});
