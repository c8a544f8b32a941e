import { expect, it } from "vitest";
import type { ArticleRecord } from "./articlerecords";
import { hiddenKinds, nextAt, shownRecords } from "./toggle";

it("knows the kinds of a setting", () => {
  const hidden = hiddenKinds("event,nonsense,statement");
  expect([...hidden]).toEqual(["statement", "event"]);
  expect(hiddenKinds(undefined).size).toBe(0);
});

it("shows what is sure enough", () => {
  const all = [{ iri: "a", kind: "demand", confidence: 0.5 }, { iri: "b", kind: "event", confidence: 0.9 }, { iri: "c", kind: "demand", confidence: 0.9 }] as ArticleRecord[];
  expect(shownRecords(all, hiddenKinds("event"), 0.6).map((r) => r.iri)).toEqual(["c"]);
});

it("goes through all records at a place", () => {
  expect([nextAt(["in", "out"], undefined), nextAt(["in", "out"], "elsewhere"), nextAt(["in", "out"], "in"), nextAt(["in", "out"], "out"), nextAt([], "x")]).toEqual(
    ["in", "in", "out", "in", undefined]);
});
