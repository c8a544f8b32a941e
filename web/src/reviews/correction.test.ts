import { describe, expect, it } from "vitest";
import { evidence, ref } from "../records/fixture";
import { changesIn, correctionOf, fault, fields, joined, valuesOf } from "./correction";

const e = evidence({});
const before = valuesOf(e);
const field = (name: string) => fields.demand.find((f) => f.name === name)!;

describe("correction", () => {
  it("of nothing is empty", () => expect(correctionOf("demand", before, { ...before })).toEqual({}));
  it("has what differs, actors by IRI, new names as they are", () => {
    expect(correctionOf("demand", before, {
      ...before, by: [ref("Sergey Lavrov")], of: [ref("NATO"), { id: "the allies", name: "the allies" }], strength: "ultimatum", spans: "10-20 22-26", day: "",
    })).toEqual({
      by: "demarche:actor/sergey-lavrov", of: ["demarche:actor/nato", "the allies"], strength: "ultimatum",
      spans: [{ begin: 10, end: 20 }, { begin: 22, end: 26 }], day: "",
    });
  });
  it("says that there is none", () => expect(correctionOf("demand", before, { ...before, by: [], of: [] })).toEqual({ by: "", of: [] }));
  it("does not mind the order of actors", () => {
    const two = { ...before, of: [ref("A"), ref("B")] };
    expect(correctionOf("demand", two, { ...before, of: [ref("B"), ref("A")] })).toEqual({});
  });
  it("takes the day from the text only", () => {
    expect(before.day).toBe("2022-02-16");
    expect(valuesOf(evidence({ basis: "publication" })).day).toBe("");
    expect(before.cue_spans).toBe("3-7");
  });
  it("has fields for every kind", () => {
    for (const kind of ["statement", "event", "position", "membership"] as const) {
      expect(Object.keys(valuesOf(evidence({ kind, by: null, of: null })))).toEqual(fields[kind].map((f) => f.name));
    }
  });
});

describe("fault", () => {
  it("is nothing in what is right", () => {
    expect([fault(field("spans"), "1-3 5-9", 9), fault(field("deadline"), "2021-12/2022-01", 9), fault(field("by"), [], 9)]).toEqual(["", "", ""]);
  });
  it("is found in spans", () => {
    expect(fault(field("spans"), "", 9)).toMatch(/reject/);
    expect(fault(field("spans"), "5-3", 9)).toMatch(/no span/);
    expect(fault(field("spans"), "1-4 3-5", 9)).toMatch(/begins before/);
    expect(fault(field("spans"), "1-10", 9)).toMatch(/behind the end/);
  });
  it("is found in days", () => expect(fault(field("deadline"), "tomorrow", 9)).toMatch(/^Write/));
});

it("joins spans", () => {
  expect(joined([{ begin: 1, end: 3 }, { begin: 8, end: 9 }], { begin: 2, end: 5 })).toEqual([{ begin: 1, end: 5 }, { begin: 8, end: 9 }]);
  expect(joined([{ begin: 8, end: 9 }], { begin: 1, end: 2 })).toEqual([{ begin: 1, end: 2 }, { begin: 8, end: 9 }]);
});

it("tells what was corrected, of places the words", () => {
  expect(changesIn({
    kind: "demand",
    judged: { strength: "ask", of: [{ name: "NATO" }], spans: [{ begin: 1, end: 3 }], quote: "to go", by: { name: "Russia" } },
    correction: { strength: "demand", of: [], spans: [{ begin: 1, end: 9 }], quote: "to go now", by: { name: "" }, cue_spans: [{ begin: 4, end: 6 }] },
  })).toEqual([
    { field: "Strength", from: "ask", to: "demand" }, { field: "Of", from: "NATO", to: "nothing" },
    { field: "What is demanded", from: "to go", to: "to go now" }, { field: "By", from: "Russia", to: "nothing" },
    { field: "Words that mark it", from: "nothing", to: "4–6" },
  ]);
});
