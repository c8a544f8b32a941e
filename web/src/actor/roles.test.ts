import { expect, test } from "vitest";
import { lineOf, officeLine, officesOf } from "./roles";
import type { RoleRow } from "./rows";

const usa = { id: "united-states", name: "United States" };
const biden = { id: "joe-biden", name: "Joe Biden" };
const role = (over: Partial<RoleRow>): RoleRow =>
  ({ person: biden, title: "President", of: usa, from: null, to: null, source: "catalogue", day: null, article: null, article_iri: null, record: null, ...over });

const rows = [
  role({ from: "2021-01-01", to: "2024-12-31" }),
  role({ title: "Vice President", from: "2009-01-01", to: "2017-01-01" }),
  role({ title: "president", source: "article", day: "2022-02-18", record: "r1", article: "A" }),
  role({ title: "Senator", source: "article", day: "2008-01-01", record: "r2", article: "B" }),
];

test("the line runs from the first to the last known day, or to today", () => {
  expect(lineOf(rows, "2026-11-25")).toEqual({ since: "2008-01-01", until: "2024-12-31" });
  expect(lineOf([role({ from: "2021-01-01" })], "2026-11-25")).toEqual({ since: "2021-01-01", until: "2026-11-25" });
  expect(lineOf([role({ source: "article" })], "2026-11-25")).toBeUndefined();
});

test("offices have bars for terms and marks for articles, the last held first", () => {
  const offices = officesOf(rows, { since: "2005-01-01", until: "2025-01-01" });
  expect(offices.map((o) => o.title)).toEqual(["President", "Vice President", "Senator"]);
  expect(offices[0]?.bars[0]?.left).toBeCloseTo(0.8, 2);
  expect(offices[0]?.bars[0]?.width).toBeCloseTo(0.2, 2);
  expect(offices[0]?.mentions).toMatchObject([{ day: "2022-02-18", record: "r1" }]);
  expect(offices.map((o) => o.isStated)).toEqual([false, false, true]);
});

test("an open end goes to the end of the line, an unknown beginning to its begin", () => {
  const line = { since: "2020-01-01", until: "2022-01-01" };
  expect(officesOf([role({ from: "2021-01-01" })], line)[0]?.bars[0]).toMatchObject({ from: "2021-01-01" });
  const bar = officesOf([role({ to: "2021-01-01" })], line)[0]?.bars[0];
  expect(bar?.left).toBe(0);
  expect(bar?.width).toBeCloseTo(0.5, 2);
  expect(bar).not.toHaveProperty("from");
});

test("an office as a picture has it: its name, its times that no line of text ends within, its marks", () => {
  const [office] = officesOf([...rows, role({ from: "1999-01-01", to: "2000-01-01" })], { since: "2005-01-01", until: "2025-01-01" });
  const line = office && officeLine(office, true);
  expect(line?.name).toBe("President, United States");
  expect(line?.says.map((text) => text.replaceAll("\u00a0", "_"))).toEqual(["Jan_2021_–_Dec_2024; 1_Jan_1999_–_1_Jan_2000", "also by an article: 18_Feb_2022"]);
  expect(line?.marks.map((mark) => mark.kind)).toEqual(["term", "term", "mention"]);
  expect(office && officeLine(office, false).name).toBe("Joe Biden, President");
});

test("of many articles the first days are named", () => {
  const stated = ["2021-01-01", "2021-01-02", "2021-01-03", "2021-01-04"].map((day) => role({ source: "article", day, record: day, of: null }));
  const [office] = officesOf(stated, lineOf(stated, "2026-11-25"));
  const line = office && officeLine(office, true);
  expect(line?.name).toBe("President, nobody named");
  expect(line?.says.map((text) => text.replaceAll("\u00a0", " "))).toEqual(["stated by 4 articles: 1 Jan 2021, 2 Jan 2021, 3 Jan 2021 …"]);
});
