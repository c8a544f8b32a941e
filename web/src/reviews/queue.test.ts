import { describe, expect, it } from "vitest";
import type { Answer, Row } from "../api/client";
import type { Review } from "./api";
import { alphaText, decidedBy, following, questionOf, waitingOf, wanted } from "./queue";

const answer = (...rows: Row[]): Answer => ({ query: "q", columns: [], rows, milliseconds: 1 });
const demand = (record: string, confidence: number, article = "a"): Row => ({
  record, day: "2022-02-16", by: { id: "russia", name: "Russia" }, of: [{ id: "nato", name: "NATO" }], what: "stop", polarity: "dont", confidence,
  article: "Title", article_iri: article,
});
const waiting = waitingOf("demand", answer(demand("1", 0.9), demand("2", 0.4, "b"), demand("1", 0.9), demand("3", 0.6), { record: null }));

describe("the queue", () => {
  it("has each record once", () => {
    expect(waiting.map((w) => w.record)).toEqual(["1", "2", "3"]);
    expect(waiting[0]?.label).toBe("Russia → NATO: not stop");
  });
  it("keeps to the conditions", () => {
    const of = (c: Parameters<typeof wanted>[1], decided: string[] = []) => wanted(waiting, c, new Set(decided)).map((w) => w.record).join();
    expect(of({ all: false })).toBe("1,2,3");
    expect(of({ all: false, below: 0.7 })).toBe("2,3");
    expect(of({ all: false, article: "b" })).toBe("2");
    expect(of({ all: false }, ["2"])).toBe("1,3");
    expect(of({ all: true }, ["2"])).toBe("1,2,3");
  });
  it("goes on behind what was decided", () => {
    const left = waiting.filter((w) => w.record !== "2");
    expect(following(waiting, left, "2")).toBe("3");
    expect(following(waiting, left, "3")).toBe("1");
    expect(following(waiting, [], "3")).toBeUndefined();
  });
  it("names the actor as the question does", () => expect(questionOf("statement", "nato", "")).toEqual({ query: "said", params: { speaker: "nato", limit: 1000 } }));
  it("reads stated roles only", () => expect(questionOf("membership", undefined, "0.7")).toEqual({ query: "roles", params: { below: "0.7", source: "article", limit: 1000 } }));
});

it("knows what a reviewer decided, by present IRI", () => {
  const review = (record: string, found: string, reviewer: string, latest = true) => ({ record, found, reviewer, latest }) as Review;
  expect([...decidedBy([review("1", "1", "Ada"), review("2", "9", "Ada"), review("3", "", "Ada"), review("4", "4", "Bob"), review("5", "5", "Ada", false)], "Ada")])
    .toEqual(["1", "9", "3"]);
});

it("explains alpha", () => {
  expect([null, 0.9, 0.7, 0.3, -0.1].map((a) => alphaText(a, 20))).toEqual(
    ["not defined yet", "reliable", "for tentative conclusions", "too low to rely on", "no better than chance"]);
  expect(alphaText(1, 3)).toBe("too few records to tell");
});
