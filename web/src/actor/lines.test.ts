import { expect, test } from "vitest";
import { rowsOf, scaleOf, type PictureLine } from "./lines";

const measure = (text: string) => text.length * 7;
const line = (over: Partial<PictureLine>): PictureLine => ({ key: "k", name: "Sanctions", says: ["supports"], marks: [], ...over });

test("rows follow each other without gaps, and are as high as their texts", () => {
  const rows = rowsOf([line({}), line({ says: ["7 May 2000 – 6 May 2008; since 7 May 2012", "also by an article: 18 Feb 2022"] }), line({})], 60, measure);
  expect(rows.map((row) => [row.top, row.height])).toEqual([[60, 32], [92, 63], [155, 32]]);
  expect(rows[1]?.says).toEqual(["7 May 2000 – 6 May 2008; since 7 May", "2012", "also by an article: 18 Feb 2022"]);
});

test("no row is lower than the largest dot needs", () => {
  const rows = rowsOf([line({}), line({ marks: [{ kind: "oppose", at: 0.5, size: 18 }, { kind: "support", at: 0.5, size: 9 }] })], 0, measure);
  expect(rows.map((row) => row.height)).toEqual([48, 48]);
  expect(rowsOf([line({ marks: [{ kind: "oppose", at: 0.5, size: 14.7 }] })], 0, measure)[0]?.height).toBe(42);
});

test("names of any length have an end", () => {
  const [row] = rowsOf([line({ name: "very ".repeat(500) + "long" })], 0, measure);
  expect(row?.name).toHaveLength(8);
  expect(row?.name.at(-1)).toMatch(/…$/);
});

test("the scale has days, months or years where they begin", () => {
  expect(scaleOf({ since: "2021-12-01", until: "2021-12-31" }, 400).map((t) => t.label)).toEqual(["1 Dec 2021", "8 Dec", "15 Dec", "22 Dec", "29 Dec"]);
  const months = scaleOf({ since: "2021-11-11", until: "2022-02-09" }, 400);
  expect(months.map((t) => t.label)).toEqual(["Dec 2021", "2022", "Feb"]);
  expect(months[0]?.at).toBeCloseTo(20 / 90, 5);
  expect(scaleOf({ since: "1999-08-09", until: "2026-11-26" }, 400).map((t) => t.label)).toEqual(["2000", "2005", "2010", "2015", "2020", "2025"]);
  expect(scaleOf({ since: "2021-12-17", until: "2021-12-17" }, 400)).toEqual([{ at: 0.5, label: "17 Dec 2021" }]);
});
