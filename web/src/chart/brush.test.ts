import { expect, test } from "vitest";
import { between, isAll, moveEnd, placeAt, shift, stepOf, windowOf } from "./brush";

test("a point is in a period, also beyond the edges", () => {
  expect([-5, 0, 49, 50, 99, 100, 300].map((x) => placeAt(x, 100, 2))).toEqual([0, 0, 0, 1, 1, 1, 1]);
  expect(placeAt(10, 0, 5)).toBe(0);
});

const range = { from: 0, to: 9 };

test("ends stop at each other and at the edges", () => {
  expect(moveEnd({ from: 2, to: 5 }, "from", -9, range)).toEqual({ from: 0, to: 5 });
  expect(moveEnd({ from: 2, to: 5 }, "from", 9, range)).toEqual({ from: 5, to: 5 });
  expect(moveEnd({ from: 2, to: 5 }, "to", -9, range)).toEqual({ from: 2, to: 2 });
  expect(moveEnd({ from: 2, to: 5 }, "to", 9, range)).toEqual({ from: 2, to: 9 });
});

test("a moved window keeps its length", () => {
  expect(shift({ from: 2, to: 5 }, 9, range)).toEqual({ from: 6, to: 9 });
  expect(shift({ from: 2, to: 5 }, -9, range)).toEqual({ from: 0, to: 3 });
  expect(between(5, 2)).toEqual({ from: 2, to: 5 });
  expect([isAll({ from: 0, to: 9 }, range), isAll({ from: 1, to: 9 }, range)]).toEqual([true, false]);
});

test("periods are found between two, if there are any", () => {
  const months = ["2021-11", "2021-12", "2022-01"];
  expect(windowOf(months, "2021-12", "2022-01")).toEqual({ from: 1, to: 2 });
  expect(windowOf(months, "2020-01", "2030-01")).toEqual({ from: 0, to: 2 });
  expect(windowOf(months, "2023-01", "2023-02")).toBeUndefined();
});

test("keys move by one, by a dozen, to the ends", () => {
  expect(["ArrowLeft", "ArrowRight", "PageUp", "Home", "End", "x"].map((key) => stepOf(key, 30))).toEqual([-1, 1, 12, -30, 30, undefined]);
});
