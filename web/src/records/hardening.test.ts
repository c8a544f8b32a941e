import { expect, it } from "vitest";
import type { Strength } from "../api/rows";
import { dots, ridge, type Version } from "./hardening";

const version = (day: string | null, strength: Strength | null, record: string) => ({ day, strength, record }) as Version;

it("lies between the first and the last day, and the weakest and strongest word", () => {
  const all = dots([version("2022-01-11", "ultimatum", "c"), version("2022-01-01", "wish", "a"), version("2022-01-06", "insist", "b"),
    version("2022-01-06", "insist", "b2"), version(null, "ask", "d"), version("2022-01-02", null, "e")]);
  expect(all.map((d) => [d.x, d.y, d.records.join()])).toEqual([[0, 0, "a"], [0.5, 4 / 7, "b,b2"], [1, 1, "c"]]);
});
it("of one day lies in the middle", () => expect(dots([version("2022-01-01", "ask", "a")])[0]?.x).toBe(0.5));
it("of nothing is nothing", () => expect(dots([])).toEqual([]));
it("joins the strongest words of each day", () => {
  const all = dots([version("2022-01-01", "ask", "a"), version("2022-01-01", "demand", "b"), version("2022-01-02", "urge", "c")]);
  expect(ridge(all).map((d) => d.records[0])).toEqual(["b", "c"]);
});
