import { expect, test } from "vitest";
import type { ActivityRow } from "../api/rows";
import { colours, mostSeries, nobody, others, ranking, seriesOf, stack, toYears, totals } from "./stack";

const row = (period: string, id: string | null, count: number): ActivityRow => ({ period, actor: id === null ? null : { id, name: id.toUpperCase() }, count });

test("the most active actors become series, the others are put together", () => {
  const rows = Array.from({ length: 10 }, (_, i) => row("2021-01", "a" + i, 20 - i)).concat(row("2021-02", "a9", 1), row("2021-02", null, 4));
  const series = seriesOf(rows, ["2021-01", "2021-02"], []);
  expect(series.map((s) => s.key)).toEqual(["a0", "a1", "a2", "a3", "a4", "a5", "a6", others, nobody]);
  expect(series.find((s) => s.key === others)).toMatchObject({ counts: [13 + 12 + 11, 1], total: 37, colour: "rest" });
  expect(series.find((s) => s.key === nobody)?.counts).toEqual([0, 4]);
  const sum = series.reduce((n, s) => n + s.total, 0);
  expect(sum).toBe(rows.reduce((n, r) => n + r.count, 0));
});

test("rows of other periods and undated rows are left out", () => {
  const rows = [row("2021-01", "a", 1), row("2021-03", "a", 5), { ...row("", "a", 7), period: null as unknown as string }];
  expect(seriesOf(rows, ["2021-01", "2021-02"], [])).toMatchObject([{ key: "a", total: 1, counts: [1, 0] }]);
});

test("equals are ordered by name", () => {
  expect(ranking([row("1", "b", 2), row("1", "a", 2), row("2", "c", 3)]).map((r) => r.actor.id)).toEqual(["c", "a", "b"]);
});

test("who is among the first of all time keeps the colour", () => {
  const given = colours(["x", "b", "y", "a"], ["a", "b", "c"]);
  expect(given).toEqual(new Map([["b", 2], ["a", 1], ["x", 3], ["y", 4]]));
  expect(new Set(colours(["h", "i", "j", "a", "b", "c", "d"], ["a", "b", "c", "d", "e", "f", "g", "h"]).values()).size).toBe(mostSeries);
});

test("series stand on each other", () => {
  const { pieces, highest } = stack(seriesOf([row("1", "a", 2), row("2", "a", 1), row("1", "b", 1)], ["1", "2"], []));
  expect(pieces).toEqual([[{ from: 0, to: 2 }, { from: 0, to: 1 }], [{ from: 2, to: 3 }, { from: 1, to: 1 }]]);
  expect(highest).toBe(3);
  expect(stack([])).toEqual({ pieces: [], highest: 0 });
});

test("counts are summed by period, and months as years", () => {
  const rows = [row("2020-12", "a", 1), row("2021-01", "a", 2), row("2021-02", "b", 3)];
  expect(totals(rows, ["2020-12", "2021-01", "2021-02"])).toEqual([1, 2, 3]);
  expect(totals(toYears(rows), ["2020", "2021"])).toEqual([1, 5]);
});

test("ten thousand counts are made series within one interaction", () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => row(`20${10 + (i % 10)}-01`, "a" + (i % 997), 1 + (i % 5)));
  const periods = Array.from({ length: 10 }, (_, i) => `20${10 + i}-01`);
  const began = performance.now();
  seriesOf(rows, periods, []);
  expect(performance.now() - began).toBeLessThan(100)
});
