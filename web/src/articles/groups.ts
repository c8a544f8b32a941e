// The list of articles under headings of days or months.

import type { Schemas } from "../api/client";

type Article = Schemas["ArticleView"];

export interface Group {
  /** A day or month; empty for articles of unknown day. */
  readonly period: string;
  readonly articles: Article[];
}

/** Groups in the order of the list, by day, or by month where most days have one article only. */
export function groups(list: readonly Article[]): Group[] {
  const byDay = grouped(list, 10);
  return list.length > 3 && byDay.length * 2 > list.length ? grouped(list, 7) : byDay;
}

function grouped(list: readonly Article[], length: number): Group[] {
  const found: Group[] = [];
  for (const article of list) {
    const period = (article.published ?? "").slice(0, length);
    const last = found.at(-1);
    if (last?.period === period) last.articles.push(article);
    else found.push({ period, articles: [article] });
  }
  return found;
}

/** The id of an actor from its node: "demarche:actor/unlinked:the-harbour-gazette". */
export const actorId = (node: string): string => node.replace(/^demarche:actor\//, "");

/** A name from an id, until the real one is known: "The Harbour Gazette". */
export function nameOf(id: string): string {
  return id.replace(/^unlinked:/, "").split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
}

/** The host of an address, or the address where it has none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "") || url;
  } catch {
    return url;
  }
}
