import { expect, test } from "vitest";
import { firstDay, isWholeMonths, lastDay, next, periodsOf, rangeText, ticks, unitOf } from "./periods";

test("what is written for a day has a first and a last day", () => {
  expect([firstDay("2021"), lastDay("2021")]).toEqual(["2021-01-01", "2021-12-31"]);
  expect([firstDay("2024-02"), lastDay("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
  expect([firstDay("2021-12-02"), lastDay("2021-12-02")]).toEqual(["2021-12-02", "2021-12-02"]);
  const now = new Date("2022-01-01T12:00:00Z");
  expect([firstDay("today", now), lastDay("yesterday", now)]).toEqual(["2022-01-01", "2021-12-31"]);
  for (const wrong of ["", "soon", "2021-13", "2021-02-30", undefined]) expect(firstDay(wrong)).toBeUndefined();
});

test("the unit follows the length", () => {
  expect(unitOf({ since: "2021-12-01", until: "2021-12-31" })).toBe("day");
  expect(unitOf({ since: "2021-01-01", until: "2021-12-31" })).toBe("month");
  expect(unitOf({ since: "1990-01-01", until: "2021-12-31" })).toBe("year");
});

test("periods go over the ends of months and years without gaps", () => {
  expect(next("2021-12")).toBe("2022-01");
  expect(next("2024-02-28")).toBe("2024-02-29");
  expect(periodsOf({ since: "2021-11-30", until: "2022-02-01" }, "month")).toEqual(["2021-11", "2021-12", "2022-01", "2022-02"]);
  expect(periodsOf({ since: "2021-12-30", until: "2022-01-02" }, "day")).toHaveLength(4);
  expect(periodsOf({ since: "2019-05-01", until: "2021-01-01" }, "year")).toEqual(["2019", "2020", "2021"]);
});

test("a range of whole months is recognised and called so", () => {
  expect(isWholeMonths({ since: "2021-11-01", until: "2021-12-31" })).toBe(true);
  expect(isWholeMonths({ since: "2021-11-01", until: "2021-12-30" })).toBe(false);
  expect(rangeText("2021-12-01", "2021-12-31")).toBe("Dec 2021");
  expect(rangeText("2021-12-02", "2021-12-09")).toBe("2 – 9 Dec 2021");
  expect(rangeText("2021-11-01", "2022-02-28")).toBe("Nov 2021 – Feb 2022");
  expect(rangeText("2021-11-05", "2022-02-20")).toBe("5 Nov 2021 – 20 Feb 2022");
});

test("marks fit the width and say the year once", () => {
  const months = periodsOf({ since: "2021-01-01", until: "2022-12-31" }, "month");
  const marks = ticks(months, 800);
  expect(marks.map((m) => m.label)).toEqual(["2021", "Apr", "Jul", "Oct", "2022", "Apr", "Jul", "Oct"]);
  expect(ticks(months, 150).map((m) => m.label)).toEqual(["2021", "2022"]);
  expect(ticks(periodsOf({ since: "2021-12-01", until: "2021-12-31" }, "day"), 400).map((m) => m.label))
    .toEqual(["1 Dec 2021", "8 Dec", "15 Dec", "22 Dec", "29 Dec"]);
  expect(ticks([], 100)).toEqual([]);
});
