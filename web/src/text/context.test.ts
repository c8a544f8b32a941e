import { describe, expect, it } from "vitest";
import { contextOf } from "./context";
import { Points } from "./points";

const shown = (text: string, begin: number, end: number, reach?: number) => {
  const points = new Points(text);
  const c = contextOf(points, [{ begin, end }], reach);
  return [(c.cutBefore ? "…" : "") + points.slice(c.begin, c.end) + (c.cutAfter ? "…" : "")];
};

describe("contextOf", () => {
  it("is the paragraph", () => expect(shown("Head\n\nShe said no. He left.\nMore", 6, 9)).toEqual(["She said no. He left."]));
  it("is all paragraphs of a record that goes over several", () => expect(shown("a\nbb\ncc\nd", 3, 6)).toEqual(["bb\ncc"]));
  it("of a long paragraph begins with a sentence and ends with a word", () => {
    expect(shown("First one here. Second one there. The words that count. Third one comes behind it all.", 34, 55, 10)).toEqual(
      ["…The words that count. Third one…"]);
  });
  it("counts code points", () => expect(shown("😀😀\n😀 stop it", 5, 9)).toEqual(["😀 stop it"]));
});
