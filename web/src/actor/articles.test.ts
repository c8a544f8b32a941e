import { expect, test } from "vitest";
import { articlesOf } from "./articles";

const row = (record: string, iri: string) => ({ record, article: iri.toUpperCase(), article_iri: iri, publisher: null });

test("each article once, a record in two lists counts once", () => {
  expect(articlesOf([row("1", "a"), row("2", "b"), row("3", "b"), row("1", "a")]).map((a) => [a.iri, a.count])).toEqual([["b", 2], ["a", 1]]);
});
