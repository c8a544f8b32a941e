import { describe, expect, it } from "vitest";
import { recordsOf, safeLink, step } from "./articlerecords";

const node = (iri: string, type: string, spans: string, more = {}) => ({
  iri, properties: { "rdf:type": [type], "demarche:spans": [spans], "rdfs:label": [iri + "!"], "demarche:confidence": [0.5], ...more },
});

describe("recordsOf", () => {
  it("is in the order of the text, what holds others first", () => {
    const all = recordsOf([node("c", "schema:Event", "40-50"), node("b", "demarche:Demand", "5-10 20-22"), node("a", "demarche:Statement", "5-30"),
      node("nato", "schema:Organization", "")]);
    expect(all.map((r) => [r.iri, r.kind, r.spans.length])).toEqual([["a", "statement", 1], ["b", "demand", 2], ["c", "event", 1]]);
  });
  it("knows cues and headlines", () => {
    const [r] = recordsOf([node("a", "demarche:Demand", "1-2", { "demarche:cueSpans": ["3-4"], "demarche:where": ["headline"] })]);
    expect([r?.cues, r?.headline, r?.confidence]).toEqual([[{ begin: 3, end: 4 }], true, 0.5]);
  });
  it("of nothing is empty", () => expect(recordsOf(null)).toEqual([]));
});

it("follows http addresses only", () => {
  expect(safeLink("https://a.example/b c")).toBe("https://a.example/b%20c");
  expect([safeLink("javascript:alert(1)"), safeLink(" https://x"), safeLink("data:text/html,x"), safeLink("http://"), safeLink(null)]).toEqual(
    [undefined, undefined, undefined, undefined, undefined]);
});

it("steps, and stays at the ends", () => {
  const list = [{ iri: "a" }, { iri: "b" }];
  expect([step(list, undefined, 1), step(list, undefined, -1), step(list, "a", 1), step(list, "b", 1), step(list, "a", -1), step([], "a", 1)]).toEqual(
    ["a", "b", "b", "b", "a", undefined]);
});
