import { describe, expect, it } from "vitest";
import { chain, headline, type Step } from "./chain";
import { evidence, ref } from "./fixture";

/** The chain as a line of text. */
function chainText(steps: readonly Step[]): string {
  return steps.map((s) => [[s.who, s.day].filter(Boolean).join(", "), s.does, s.to?.map((a) => a.name).join(", ")].filter(Boolean).join(" ")).join(" → ");
}

const said = (id: string, speaker: string) => evidence({ record: "demarche:statement/" + id, kind: "statement", speaker: ref(speaker), by: null });
const text = (...of: Parameters<typeof chain>) => chainText(chain(...of));

describe("chain", () => {
  it("goes from the publisher to who demands", () => {
    expect(text(evidence({ voiced_by: ref("Sergey Lavrov") }), [said("1", "Sergey Lavrov")])).toBe(
      "China Daily, 18 Feb 2022 reports that → Sergey Lavrov says that → Russia demands of NATO");
  });
  it("names everyone who is quoted, the outermost first", () => {
    expect(text(evidence({}), [said("in", "Lavrov"), said("out", "RIA Novosti")])).toBe(
      "China Daily, 18 Feb 2022 reports that → RIA Novosti says that → Lavrov says that → Russia demands of NATO");
  });
  it("does not count who speaks and demands twice", () => {
    expect(text(evidence({}), [said("1", "Russia")])).toBe("China Daily, 18 Feb 2022 reports that → Russia demands of NATO");
  });
  it("does with nobody named", () => {
    expect(text(evidence({ by: null, of: null, publisher: null, published: null, strength: "call" }), [])).toBe(
      "an article without publisher reports that → somebody who is not named calls for it");
  });
  it("tells what other records tell", () => {
    const none = { by: null, of: null };
    expect(text(evidence({ ...none, kind: "position", holder: ref("Russia"), stance: "oppose", issue: "enlargement" }), [])).toMatch(/→ Russia opposes enlargement$/);
    expect(text(evidence({ ...none, kind: "membership", member: ref("Scholz"), title: "Chancellor", organization: ref("Germany") }), [])).toMatch(/→ Scholz is Chancellor of Germany$/);
    expect(text(evidence({ ...none, kind: "statement", speaker: ref("Lavrov"), addressee: [ref("reporters")] }), [said("o", "Tass")])).toMatch(/→ Tass says that → Lavrov says to reporters$/);
  });
  it("tells who takes part in an event", () => {
    const event = evidence({ kind: "event", by: null, of: null, participants: [ref("Russia"), ref("NATO")], type: "talks" });
    expect(text(event, [])).toMatch(/→ Russia, NATO in this event \(talks\)$/);
    expect(text({ ...event, participants: null, type: "other" }, [])).toMatch(/→ this event took place$/);
  });
  it("links to where it is said", () => expect(chain(evidence({}), [said("7", "Lavrov")])[1]?.record).toBe("demarche:statement/7"));
});

it("headline says what it is", () => {
  expect(headline(evidence({}))).toBe("What Russia demands of NATO");
  expect(headline(evidence({ by: ref("United States") }))).toBe("What the United States demands of NATO");
  expect(headline(evidence({ strength: "wish", of: null }))).toBe("What Russia wants");
  expect(headline(evidence({ kind: "event", type: "talks", participants: [ref("Russia"), ref("United States")] }))).toBe("Talks: Russia and the United States");
  expect(headline(evidence({ kind: "statement", by: null, speaker: ref("Lavrov") }))).toBe("What Lavrov says");
});
