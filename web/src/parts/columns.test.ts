import { expect, test } from "vitest";
import type { Column, Row } from "../api/client";
import { widthsOf } from "./columns";

const column = (name: string, type: Column["type"] = "text", title = name): Column => ({ name, title, type });

/** Widths of columns in rem. */
const widths = (columns: Column[], rows: Row[]): number[] =>
  [...widthsOf(columns, rows).columns.matchAll(/minmax\(([\d.]+)rem/g)].map((m) => Number(m[1]));

test("a column of short texts is as wide as they are, and one of long texts wider, up to a bound", () => {
  const rows = [{ polarity: "do", cue: "called on", what: "withdraw all forces from the east", quote: "word ".repeat(200) }];
  const [polarity = 0, cue = 0, what = 0, quote = 0] = widths(["polarity", "cue", "what", "quote"].map((n) => column(n, "text", "")), rows);
  expect(polarity).toBeLessThan(cue);
  expect(cue).toBeLessThan(what);
  expect(what).toBeLessThan(quote);
  expect(quote).toBeLessThan(25);
});

test("words are not broken: those of the title and of names are counted", () => {
  const [narrow = 0, title = 0, name = 0] = widths(
    [column("a", "int", "n"), column("b", "int", "Statements"), column("c", "actor", "By")],
    [{ a: 1, b: 1, c: { id: "x", name: "Verfassungsschutz" } }],
  );
  expect(title).toBeGreaterThan(narrow + 4);
  expect(name).toBeGreaterThan(title);
});

test("a day stays in one line, as it is shown", () => {
  const [day = 0, year = 0] = widths([column("a", "day", ""), column("b", "day", "")], [{ a: "2022-02-16", b: "2022" }]);
  expect(day).toBeGreaterThan(year);
});

test("rows that come later change no width", () => {
  const first = Array.from({ length: 50 }, () => ({ a: "short" }));
  expect(widthsOf([column("a")], [...first, { a: "much longer than all before it" }])).toEqual(widthsOf([column("a")], first));
});

test("the least width is that of all columns", () => {
  const rows = [{ a: "one", b: "two" }];
  const columns = [column("a"), column("b")];
  expect(widthsOf(columns, rows).least).toBeGreaterThanOrEqual(widths(columns, rows).reduce((sum, w) => sum + w));
});
