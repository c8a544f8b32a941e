import { ArticleLink } from "../parts/links";
import { counted, dayText, localDay } from "../words";
import type { News } from "./usenews";

/** How many of the new articles are named. */
const named = 5;

/** What came since the last visit; nothing on the first. */
export function NewsBox({ news }: { news: News }) {
  const { since, articles, catchUp } = news;
  if (since === undefined || articles.length === 0) return null;
  const day = new Date(since);
  return (
    <section class="card news" aria-labelledby="news">
      <h2 id="news"><span class="mark new">new</span> {counted(articles.length, "new article")} since your last visit on <time dateTime={day.toISOString()}>{dayText(localDay(day))}</time></h2>
      <ul>
        {articles.slice(0, named).map((a) => <li key={a.iri}><ArticleLink iri={a.iri} title={a.headline ?? null} /> <small>{dayText(a.published?.slice(0, 10))}</small></li>)}
      </ul>
      <p class="buttons">
        {articles.length > named && <a href="#/articles">and {articles.length - named} more</a>}
        <button type="button" class="quiet" onClick={catchUp}>Mark as seen</button>
      </p>
    </section>
  );
}
