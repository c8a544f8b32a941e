import { describe, expect, it } from "vitest";
import { citation } from "./citation";
import { evidence, ref } from "./fixture";

describe("citation", () => {
  it("has article, publisher, day, address, words and IRI", () => {
    expect(citation(evidence({}))).toBe(
      "Russia to NATO, 16 Feb 2022: “put a stop to it”. “Moscow ready for talks” (China Daily, 18 Feb 2022), https://china.example/a. [demarche:demand/35fc1c50113edbd5]");
  });
  it("names who spoke for the demander", () => expect(citation(evidence({ voiced_by: ref("Lavrov") }))).toMatch(/^Russia \(through Lavrov\) to NATO/));
  it("tells what is not to be done", () => expect(citation(evidence({ polarity: "dont", basis: "publication" }))).toMatch(/^Russia to NATO, against: /));
  it("leaves out what is not known, and addresses that are none", () => {
    expect(citation(evidence({ url: "javascript:x", publisher: null, published: null, of: null, day: null }))).toBe(
      "Russia: “put a stop to it”. “Moscow ready for talks”. [demarche:demand/35fc1c50113edbd5]");
  });
});
