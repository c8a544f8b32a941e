import { expect, test } from "vitest";
import { firstSentence, grouped } from "./groups";
import type { Query } from "./question";

const query = (name: string): Query => ({ name, title: name, explanation: "", parameters: [], columns: [], formats: [], gizmo: false });

test("the user's own questions come first, the program's by what one wants to know", () => {
  const groups = grouped([query("said"), query("who-demanded"), query("warnings-to")]);
  expect(groups.map((g) => [g.title, g.queries.map((q) => q.name)])).toEqual([
    ["Your own", ["warnings-to"]], ["Demands", ["who-demanded"]], ["Actors", ["said"]],
  ]);
});

test("a first sentence ends at its point, not at one within a word", () => {
  expect(firstSentence("Demands, newest first: whose they are. Conf. is more.")).toBe("Demands, newest first: whose they are.");
  expect(firstSentence("Articles of example.org. More.")).toBe("Articles of example.org.");
  expect(firstSentence("No point")).toBe("No point");
});
