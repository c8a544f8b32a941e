import { expect, test } from "vitest";
import { wrapped } from "./wrapped";

const measure = (text: string) => Array.from(text).length * 10;

test("lines are broken at spaces", () => {
  expect(wrapped("Deployment of missiles and strike weapons", 220, measure)).toEqual(["Deployment of missiles", "and strike weapons"]);
  expect(wrapped("Sanctions", 220, measure)).toEqual(["Sanctions"]);
  expect(wrapped("", 220, measure)).toEqual([]);
});

test("a no-break space holds words together", () => {
  expect(wrapped("since 7\u00a0May\u00a02012", 120, measure)).toEqual(["since", "7\u00a0May\u00a02012"]);
});

test("a word that is wider than a line is broken, never within a character", () => {
  expect(wrapped("see http://long.example now", 100, measure)).toEqual(["see", "http://lon", "g.example", "now"]);
  expect(wrapped("😀😀😀", 20, measure)).toEqual(["😀😀", "😀"]);
  expect(wrapped("ab", 5, measure)).toEqual(["a", "b"]);
});

test("what goes beyond the most lines is cut", () => {
  expect(wrapped("one two three four", 70, measure, 2)).toEqual(["one two", "three…"]);
  expect(wrapped("one two three fourteen", 80, measure, 1)).toEqual(["one two…"]);
  expect(wrapped("x".repeat(100_000), 50, measure, 2)).toEqual(["xxxxx", "xxxx…"]);
});
