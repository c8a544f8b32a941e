import { expect, test } from "vitest";
import type { ActivityRow } from "../api/rows";
import { countOf, frameOf, monthsOf, undatedOf } from "./activity";

const row = (period: string | null, count = 1): ActivityRow => ({ period: period as string, actor: { id: "a", name: "A" }, count });
const rows = [row("2020-03"), row("2021-12", 4), row("2022-01"), row(null, 2)];

test("all is shown by months, when nothing is chosen", () => {
  const frame = frameOf(rows, undefined, undefined);
  expect(frame).toMatchObject({ unit: "month", window: undefined, isFiner: false, range: { since: "2020-03-01", until: "2022-01-31" } });
  expect(frame?.periods).toHaveLength(23);
});

test("a month is shown by days", () => {
  const frame = frameOf(rows, "2021-12", "2021-12");
  expect(frame).toMatchObject({ unit: "day", isFiner: true, window: { from: 21, to: 21 } });
  expect(frame?.periods).toHaveLength(31);
});

test("months need no finer counts, parts of months do", () => {
  expect(frameOf(rows, "2021", undefined)).toMatchObject({ unit: "month", isFiner: false, window: { from: 10, to: 22 } });
  expect(frameOf(rows, "2021-01-05", undefined)).toMatchObject({ unit: "month", isFiner: true });
});

test("what is not understood does not count, and what lies outside is empty", () => {
  expect(frameOf(rows, "soon", "")?.window).toBeUndefined();
  expect(frameOf(rows, "2030", undefined)).toMatchObject({ range: { since: "2030-01-01", until: "2030-01-01" }, window: undefined });
  expect(frameOf(rows, undefined, "1999")).toMatchObject({ range: { until: "1999-12-31" } });
  expect(frameOf([row(null)], undefined, undefined)).toBeUndefined();
});

test("counts and ends", () => {
  expect([countOf(rows), undatedOf(rows)]).toEqual([8, 2]);
  expect(monthsOf(rows, undefined, [row("2019-01")])).toEqual({ since: "2019-01", until: "2022-01" });
});
