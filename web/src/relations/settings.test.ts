import { describe, expect, it } from "vitest";
import { format, parse } from "../address";
import { monthNumber, type Window } from "./network";
import { cleared, readSettings, readWindow, selectEdge, selectNode, windowChange } from "./settings";

const month = (text: string): number => monthNumber(text) as number;
const range: Window = { from: month("2020-03"), to: month("2022-06") };

describe("settings of the address", () => {
  it("have defaults", () => {
    expect(readSettings({}, range)).toEqual({ window: undefined, hidden: new Set(), minimum: 1, most: 200, edge: undefined, node: undefined, speed: 1 });
  });
  it("are read as they were written", () => {
    const window = { from: month("2021-01"), to: month("2021-12") };
    const address = format(["relations"], { ...windowChange(window), hide: "oppose,demand", ...selectEdge("demand/unlinked:x y/nato"), min: 3, most: 500, speed: 2 });
    expect(readSettings(parse(address).params, range)).toEqual({ window, hidden: new Set(["demand", "oppose"]), minimum: 3, most: 500, edge: "demand/unlinked:x y/nato", node: undefined, speed: 2 });
  });
  it("select one thing at a time", () => {
    expect(selectNode("actor/russia")).toEqual({ node: "actor/russia", edge: undefined });
    expect(readSettings({ edge: "demand/a/b", node: "actor/a" }, range).node).toBeUndefined();
  });
  it("stay within limits", () => {
    const settings = readSettings({ min: "0", most: "100000", speed: "9", hide: "nothing" }, range);
    expect([settings.minimum, settings.most, settings.speed, settings.hidden.size]).toEqual([1, 5000, 2, 0]);
    expect(readSettings({ min: "many" }, range).minimum).toBe(1);
  });
  it("all go when cleared", () => {
    const address = format(["relations"], { actor: "nato", since: "2021", hide: "support", min: 2, ...cleared });
    expect(address).toBe("#/relations");
  });
});

describe("readWindow", () => {
  it("understands days, months and years", () => {
    expect(readWindow("2021", "2021", range)).toEqual({ from: month("2021-01"), to: month("2021-12") });
    expect(readWindow("2021-12-31", undefined, range)).toEqual({ from: month("2021-12"), to: range.to });
  });
  it("is no window where it shows all", () => {
    expect(readWindow("2019", "2023", range)).toBeUndefined();
    expect(readWindow(undefined, undefined, range)).toBeUndefined();
  });
  it("stays within the range, and is none where it ends before it begins", () => {
    expect(readWindow("2019-01", "2020-05", range)).toEqual({ from: range.from, to: month("2020-05") });
    expect(readWindow("2022-01", "2021-01", range)).toBeUndefined();
  });
});
