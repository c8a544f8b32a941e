import { expect, test } from "vitest";
import type { Review } from "./api";
import { doubts } from "./doubts";

const review = (reviewer: string, verdict: Review["verdict"], more: Partial<Review> = {}): Review => ({
  article: "", comment: "", correction: {}, found: "", headline: "", iri: reviewer + verdict, judged: {}, kind: "demand",
  label: "", latest: true, record: "", removed: false, reviewer, time: "2026-11-26T10:00:00Z", verdict, ...more,
});

test("a record is doubted by who corrected or rejected it last", () => {
  const corrected = review("Ann", "correct", {
    judged: { of: [], strength: "ask" }, correction: { of: [{ iri: "demarche:actor/eu", name: "the European Union" }], strength: "demand" },
  });
  const all = [corrected, review("Bob", "reject"), review("Cleo", "accept"), review("Dan", "reject", { latest: false })];
  expect(doubts(all).map((d) => [d.review.reviewer, d.changes])).toEqual([["Ann", "of the European Union; strength demand"], ["Bob", ""]]);
  expect(doubts([])).toEqual([]);
});
