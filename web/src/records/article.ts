// Articles with their text and records, kept while one steps through records of the same one.

import { long } from "../address";
import { api, need, type Schemas } from "../api/client";
import { useLoaded, type Loaded } from "../api/use";
import { Points } from "../text/points";
import { recordsOf, type ArticleRecord } from "./articlerecords";

export interface Article {
  about: Schemas["ArticleWhole"];
  text: Points;
  records: ArticleRecord[];
}

/** So many articles are kept. */
const most = 12;
const kept = new Map<string, Promise<Article>>();

async function load(iri: string): Promise<Article> {
  const whole = need(await api.GET("/api/articles/{iri}", { params: { path: { iri } } }));
  return { about: whole, text: new Points(whole.text ?? ""), records: recordsOf(whole.nodes) };
}

export function getArticle(iri: string): Promise<Article> {
  const there = kept.get(iri);
  if (there) return there;
  const wanted = load(iri);
  kept.set(iri, wanted);
  wanted.catch(() => kept.delete(iri)); // the next one who asks tries again
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return wanted;
}

/** Asks anew from now on, since something was stored. */
export const forgetArticles = (): void => kept.clear();

/** An article; undefined asks for none. */
export function useArticle(iri: string | undefined): Loaded<Article> {
  return useLoaded(iri && long(iri), () => getArticle(long(iri ?? "")));
}
