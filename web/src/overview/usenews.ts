import { useEffect, useMemo, useState } from "preact/hooks";
import { api, need, type Schemas } from "../api/client";
import { useLoaded, type Loaded } from "../api/use";
import { recall, remember } from "../memory";
import { caughtUp, newArticles, readVisits, remembered, visit } from "./news";

export interface News {
  list: Loaded<Schemas["ArticleList"]>;
  /** Time of the last visit, if there was one. */
  since?: number;
  articles: Schemas["ArticleView"][];
  iris: ReadonlySet<string>;
  /** Says that all was seen. */
  catchUp: () => void;
}

/**
 * The newest articles, and which of them the last visit did not have.
 * @param isTime whether what matters more has come: listing the articles of a large graph keeps the server busy
 */
export function useNews(isTime: boolean): News {
  const list = useLoaded(isTime ? "newest" : undefined, async (signal) =>
    need(await api.GET("/api/articles", { params: { query: { limit: remembered } }, signal })));
  const [visits, setVisits] = useState(() => readVisits(recall("seen")));
  useEffect(() => {
    if (!list.data) return;
    const next = visit(readVisits(recall("seen")), list.data.articles, list.data.more, Date.now());
    remember("seen", JSON.stringify(next));
    setVisits(next);
  }, [list.data]);
  const last = visits?.last;
  const articles = useMemo(() => newArticles(last, list.data?.articles ?? []), [last, list.data]);
  const iris = useMemo(() => new Set(articles.map((a) => a.iri)), [articles]);
  const catchUp = () => {
    if (!visits) return;
    const next = caughtUp(visits);
    remember("seen", JSON.stringify(next));
    setVisits(next);
  };
  return { list, articles, iris, catchUp, ...(last && { since: last.at }) };
}
