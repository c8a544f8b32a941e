// Sheets stay once their view was shown, so that a class of one view which another
// view's sheet has too would change that other view, depending on where one came from.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Sheets that every view has. */
const common = ["base.css", "parts.css", "chart.css"];

/** Classes that several views' sheets may begin selectors with. */
const allowed: readonly string[] = [];

/** The classes of the outermost element of each selector: what a rule is about. */
function classesOf(css: string): Set<string> {
  const found = new Set<string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@(media|supports|container)[^{]*\{/g, "");
  for (const [, list = ""] of bare.matchAll(/([^{}]+)\{/g)) {
    if (list.trim().startsWith("@")) continue; // @keyframes and the like have no selectors
    // Commas in :is() and the like separate no selectors; what stands in brackets is no outermost class.
    for (const selector of list.replace(/\([^()]*\)/g, "").split(",")) {
      const outermost = /^[^\s>+~]*/.exec(selector.trim())?.[0] ?? "";
      for (const [, name = ""] of outermost.matchAll(/\.([\w-]+)/g)) found.add(name);
    }
  }
  return found;
}

test("the outermost classes of selectors", () => {
  const css = "/* .no { } */ .a .x, b.c > .y { } @media (min-width: 1rem) { .d:is(.e, .f)::before { } } p, [x] .z { }";
  expect([...classesOf(css)]).toEqual(["a", "c", "d"]);
});

test("a class belongs to the sheet of one view", () => {
  const folder = new URL("./", import.meta.url);
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const read = (name: string) => classesOf(readFileSync(new URL(name, folder), "utf8"));
  const shared = new Set(common.flatMap((name) => [...read(name)]));
  const owners = new Map<string, string[]>();
  for (const sheet of sheets.filter((name) => !common.includes(name))) {
    for (const name of read(sheet)) if (!shared.has(name)) owners.set(name, [...(owners.get(name) ?? []), sheet]);
  }
  const several = [...owners].filter(([name, of]) => of.length > 1 && !allowed.includes(name));
  expect(several).toEqual([]);
});
