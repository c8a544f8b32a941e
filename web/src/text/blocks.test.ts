import { expect, test } from "vitest";
import { partsOf } from "./blocks";
import { Points } from "./points";

const text = new Points("Menu\nShare\n\n\u{1f30d} Talks begin\nThey spoke\nfor hours.\nRead more");
const words = (parts: ReturnType<typeof partsOf>) => parts.map((p) => [p.kind, text.slice(p.begin, p.end)]);

test("blocks are laid out whole, what is around them line by line", () => {
  const blocks = [{ kind: "headline" as const, begin: 12, end: 25 }, { kind: "paragraph" as const, begin: 26, end: 47 }];
  expect(words(partsOf(text, blocks))).toEqual([
    [undefined, "Menu"], [undefined, "Share"], ["headline", "\u{1f30d} Talks begin"], ["paragraph", "They spoke\nfor hours."], [undefined, "Read more"],
  ]);
});

test("blocks that do not fit the text are left out", () => {
  expect(words(partsOf(text, [{ kind: "paragraph", begin: 26, end: 900 }])).length).toBe(6);
  expect(partsOf(new Points(""), [])).toEqual([]);
});
