import { expect, test } from "vitest";
import { caughtUp, newArticles, readVisits, remembered, visit } from "./news";

const article = (iri: string, published = "2022-01-01") => ({ iri, published });
const hour = 3_600_000;

test("nothing is new on the first visit", () => {
  const first = visit(undefined, [article("a")], false, 0);
  expect(first.last).toBeUndefined();
  expect(newArticles(first.last, [article("a"), article("b")])).toEqual([]);
});

test("what came since the last visit is new until the next", () => {
  const first = visit(undefined, [article("a")], false, 0);
  const list = [article("b", "2019-05-05"), article("a")];
  const second = visit(first, list, false, 10 * hour);
  expect(second.last?.at).toBe(0);
  expect(newArticles(second.last, list).map((a) => a.iri)).toEqual(["b"]);
  const reloaded = visit(second, list, false, 10 * hour + 60_000);
  expect(newArticles(reloaded.last, list).map((a) => a.iri)).toEqual(["b"]);
  const third = visit(reloaded, list, false, 20 * hour);
  expect(newArticles(third.last, list)).toEqual([]);
});

test("a reload within the first visit is no second", () => {
  expect(visit(visit(undefined, [], false, 0), [article("a")], false, 60_000).last).toBeUndefined();
});

test("what may have been there and was not remembered is not new", () => {
  const many = Array.from({ length: remembered }, (_, i) => article("a" + i, `20${22 - Math.floor(i / 100)}-01-01`));
  const first = visit(undefined, many, true, 0);
  expect(first.now.floor).toBe("2021-01-01");
  expect(newArticles(first.now, [article("n", "2022-02-02"), article("old", "2020-01-01"), article("undated", "")]).map((a) => a.iri)).toEqual(["n"]);
});

test("all can be marked as seen", () => {
  const second = visit(visit(undefined, [], false, 0), [article("a")], false, 10 * hour);
  expect(newArticles(caughtUp(second).last, [article("a")])).toEqual([]);
});

test("what was remembered by another version is forgotten", () => {
  for (const text of ["", "null", "{}", "[1]", '{"now":{"at":"x"}}']) expect(readVisits(text)).toBeUndefined();
  const visits = visit(undefined, [article("a")], false, 5);
  expect(readVisits(JSON.stringify(visits))).toEqual(visits);
});
