import { expect, test } from "vitest";
import type { Column, Row } from "../api/client";
import { activityOf, edgesOf, unitOfRows } from "./drawn";

const column = (name: string, type: Column["type"]): Column => ({ name, title: name, type });
const russia = { id: "russia", name: "Russia" };
const nato = { id: "nato", name: "NATO" };
const demands = [column("day", "day"), column("by", "actor"), column("of", "actors"), column("what", "text")];
const rows: Row[] = [
  { day: "2021-12-17", by: russia, of: [nato, { id: "united-states", name: "United States" }], what: "a" },
  { day: "2021-12-02", by: russia, of: [nato], what: "b" },
  { day: null, by: nato, of: null, what: "c" },
];

test("rows are counted by their day and first actor, undated ones not", () => {
  const activity = activityOf(demands, rows);
  expect(activity?.range).toEqual({ since: "2021-12-02", until: "2021-12-17" });
  expect(activity?.rows).toEqual([{ period: "2021-12-02", actor: russia, count: 1 }, { period: "2021-12-17", actor: russia, count: 1 }]);
  expect(unitOfRows(activity?.rows ?? [])).toBe("day");
});

test("what is counted by months stays so", () => {
  const counted = activityOf([column("period", "text"), column("actor", "actor"), column("count", "int")], [{ period: "2021-12", actor: russia, count: 7 }, { period: "2022-01", actor: null, count: 2 }]);
  expect(counted?.rows.map((r) => [r.period, r.count])).toEqual([["2021-12", 7], ["2022-01", 2]]);
  expect(activityOf(demands, [])).toBeUndefined();
});

test("each actor at either end has a line, equal ones are one", () => {
  const edges = edgesOf(demands, rows);
  expect(edges.map((e) => [e.source.id, e.target?.id, e.month, e.count])).toEqual([["russia", "nato", "2021-12", 2], ["russia", "united-states", "2021-12", 1]]);
  expect(edgesOf([column("by", "actor")], rows)).toEqual([]);
});

test("a query that counts says how often", () => {
  const relations = [column("source", "actor"), column("target", "actor"), column("demands", "int"), column("statements", "int")];
  expect(edgesOf(relations, [{ source: russia, target: nato, demands: 29, statements: 0 }, { source: nato, target: russia, demands: 0, statements: 2 }]).map((e) => e.count)).toEqual([29]);
});
