import { describe, expect, it } from "vitest";
import type { EdgeRow } from "../api/rows";
import { buildNetwork, countedIn, countIn, histogram, monthNumber, monthText, nodePeak, peak, sentence, strongest, tallies, weight } from "./network";

const month = (text: string): number => monthNumber(text) as number;

const actor = (id: string) => ({ id, name: id.toUpperCase() });
const demand = (source: string, target: string, when: string | null, count: number): EdgeRow =>
  ({ source: actor(source), target: actor(target), issue: null, issue_id: null, kind: "demand", month: when, count });
const stance = (source: string, issue: string, kind: "support" | "oppose", when: string | null, count: number): EdgeRow =>
  ({ source: actor(source), target: null, issue: issue + "!", issue_id: issue, kind, month: when, count });

const rows = [
  demand("a", "b", "2022-02", 4), demand("a", "b", "2021-12", 5), demand("b", "a", "2021-12", 2), demand("a", "b", null, 1),
  stance("a", "i", "support", "2022-01", 3), stance("a", "i", "oppose", "2021-12", 1),
];
const network = buildNetwork(rows);

describe("buildNetwork", () => {
  it("joins the months of an edge and orders edges by their totals", () => {
    expect(network.edges.map((e) => [e.key, e.total])).toEqual([["demand/a/b", 10], ["support/a/i", 3], ["demand/b/a", 2], ["oppose/a/i", 1]]);
    expect(network.edges[0]?.months).toEqual([[month("2021-12"), 5], [month("2022-02"), 4]]);
    expect(network.range).toEqual({ from: month("2021-12"), to: month("2022-02") });
    expect(network.undated).toBe(1);
  });
  it("tells actors and issues of one name apart", () => {
    const both = buildNetwork([demand("a", "i", "2021-12", 1), stance("a", "i", "support", "2021-12", 1)]);
    expect([...both.nodes.keys()]).toEqual(["actor/a", "actor/i", "issue/i"]);
  });
  it("has no range where nothing is dated, or nothing is there", () => {
    expect(buildNetwork([]).range).toBeUndefined();
    expect(buildNetwork([demand("a", "b", null, 1)]).range).toBeUndefined();
  });
  it("says edges as sentences", () => {
    expect(network.edges.map((e) => sentence(network, e))).toEqual(["A demands of B", "A supports i!", "B demands of A", "A opposes i!"]);
  });
});

describe("windows", () => {
  const edge = network.edges[0]!;
  it("count months of the window, both ends included", () => {
    expect(countIn(edge, { from: month("2021-12"), to: month("2021-12") })).toBe(5);
    expect(countIn(edge, { from: month("2022-01"), to: month("2022-02") })).toBe(4);
    expect(countIn(edge, { from: month("2022-01"), to: month("2022-01") })).toBe(0);
  });
  it("count what is undated only where there is none", () => {
    expect(countIn(edge, undefined)).toBe(10);
    expect(countIn(edge, network.range)).toBe(9);
  });
  it("have the edges that occur in them, the most frequent first", () => {
    const keys = (from: string, to: string) => countedIn(network.edges, { from: month(from), to: month(to) }).map(({ edge, count }) => [edge.key, count]);
    expect(keys("2021-12", "2022-01")).toEqual([["demand/a/b", 5], ["support/a/i", 3], ["demand/b/a", 2], ["oppose/a/i", 1]]);
    expect(keys("2022-02", "2022-02")).toEqual([["demand/a/b", 4]]);
  });
  it("have a histogram with empty months", () => {
    expect(histogram(network.edges, network.range!)).toEqual([8, 3, 4]);
  });
  it("tell what nodes made and received", () => {
    const all = tallies(network.edges, undefined);
    expect(all.get("actor/a")).toEqual({ made: 10, received: 2, positions: 4 });
    expect(weight(network.nodes.get("actor/a")!, all.get("actor/a"))).toBe(12);
    expect(weight(network.nodes.get("issue/i")!, all.get("issue/i"))).toBe(4);
    expect(tallies(network.edges, { from: 1, to: 2 }).size).toBe(0);
  });
  it("have a peak by their width", () => {
    expect(peak(network.edges, 1)).toBe(5);
    expect(peak(network.edges, 3)).toBe(9);
    expect(peak(network.edges, undefined)).toBe(10);
    expect(nodePeak(network, network.edges, 1)).toBe(7);
    expect(nodePeak(network, network.edges, undefined)).toBe(12);
  });
});

describe("strongest", () => {
  it("leaves out rare edges, hidden kinds and what is too many", () => {
    expect(strongest(network.edges, new Set(), 2, 100)).toHaveLength(3);
    expect(strongest(network.edges, new Set(["demand"]), 1, 100).map((e) => e.kind)).toEqual(["support", "oppose"]);
    expect(strongest(network.edges, new Set(), 1, 2).map((e) => e.total)).toEqual([10, 3]);
  });
});

it("months and numbers are inverse", () => {
  for (const text of ["1999-12", "2000-01", "2021-07"]) expect(monthText(month(text))).toBe(text);
  expect(month("2022-01") - month("2021-12")).toBe(1);
  expect(monthNumber("soon")).toBeUndefined();
});
