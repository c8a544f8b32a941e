import { expect, test } from "vitest";
import { recordsOf, spansOf } from "./found";

test("spans are pairs of code points", () => {
  expect(spansOf("1023-1085 1090-1100")).toEqual([[1023, 1085], [1090, 1100]]);
  expect(spansOf("")).toEqual([]);
});

test("records come in the order of the text, actors are none", () => {
  const nodes = [
    { iri: "demarche:actor/nato", properties: { "rdfs:label": ["NATO"] } },
    { iri: "demarche:statement/2", properties: { "rdfs:label": ["later"], "demarche:spans": ["50-60"], "demarche:confidence": [0.5] } },
    { iri: "demarche:demand/1", properties: { "rdfs:label": ["Russia → NATO: halt"], "demarche:spans": ["10-20 30-40"], "demarche:confidence": [0.86], "demarche:day": ["2021-12-02"] } },
  ];
  expect(recordsOf(nodes).map((r) => [r.kind, r.label, r.spans.length])).toEqual([["demand", "Russia → NATO: halt", 2], ["statement", "later", 1]]);
});
