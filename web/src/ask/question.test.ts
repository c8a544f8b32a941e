import { describe, expect, test } from "vitest";
import type { Column } from "../api/client";
import { argumentsOf, cayleyAddress, command, conditions, endsOf, formsOf, labelOf, missing, quoted, timeColumn, type Query } from "./question";

const query: Query = {
  name: "warnings-to", title: "", explanation: "", columns: [], formats: [], gizmo: false,
  parameters: [
    { name: "actor", type: "actor", explanation: "", required: true },
    { name: "topic", type: "words", explanation: "" },
    { name: "limit", type: "int", explanation: "" },
  ],
};
const column = (name: string, type: Column["type"]): Column => ({ name, title: name, type });

describe("a question", () => {
  test("takes from the address what the query knows, and nothing else", () => {
    expect(argumentsOf(query, { actor: "nato", topic: "", _as: "chart", stray: "x" })).toEqual({ actor: "nato" });
  });
  test("is not asked before what is required is given", () => {
    expect(missing(query, {}).map((p) => p.name)).toEqual(["actor"]);
    expect(missing(query, { actor: "nato" })).toEqual([]);
  });
  test("is a command that a shell reads as it was meant", () => {
    expect(command(query, { actor: "nato", topic: "peace talks" })).toBe("demarche ask warnings-to --actor nato --topic 'peace talks'");
    expect(command(query, { limit: "3" })).toBe("demarche ask warnings-to --param-limit 3");
    expect(quoted("it's $(rm -rf /)")).toBe(`'it'\\''s $(rm -rf /)'`);
    expect(quoted("")).toBe("''");
  });
});

describe("a parameter", () => {
  test("is called by words that say what it does", () => {
    expect(["weakest", "below", "confidence", "addressed", "polarity"].map((name) => labelOf({ name })))
      .toEqual(["strength at least", "confidence below", "confidence at least", "addressee is", "to do or not to do"]);
  });
  test("that speaks keeps its name, even one of a user", () => {
    expect(["since", "first_day", "constructor"].map((name) => labelOf({ name }))).toEqual(["since", "first day", "constructor"]);
  });
  test("that is given is a condition", () => {
    expect(conditions(query, { topic: "peace talks", actor: "nato" })).toBe("actor nato, topic peace talks");
    expect(conditions(query, {})).toBe("");
  });
});

describe("an answer", () => {
  test("can be a chart when it has a day, or a period", () => {
    expect(timeColumn([column("what", "text"), column("day", "day")])?.name).toBe("day");
    expect(timeColumn([column("period", "text"), column("count", "int")])?.name).toBe("period");
    expect(formsOf([column("name", "text")])).toEqual(["table"]);
  });
  test("can be a graph when it has two ends", () => {
    expect(endsOf([column("by", "actor"), column("of", "actors")])?.map((c) => c.name)).toEqual(["by", "of"]);
    expect(endsOf([column("by", "actor"), column("of", "text")])).toBeUndefined();
    expect(formsOf([column("source", "actor"), column("target", "actor")])).toEqual(["table", "graph"]);
  });
});

test("a program that names both ends is drawn by Cayley, another is listed", () => {
  expect(cayleyAddress('g.V().save("<a>", "source").save("<b>", "target").all()')).toMatch(/^ui\/#page=visualize&lang=gizmo&query=g\.V/);
  expect(cayleyAddress("g.V().all()")).toMatch(/page=query/);
});
