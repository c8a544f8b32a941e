import { useEffect, useRef } from "preact/hooks";
import { format } from "../address";
import { api, need, type Schemas } from "../api/client";
import { useLoaded } from "../api/use";
import type { ViewProps } from "../app";
import { actorId, groups, hostOf, nameOf, type Group } from "../articles/groups";
import { ActorLink, ArticleLink, Day } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { useTitle } from "../parts/title";
import { safeLink } from "../records/articlerecords";
import "../styles/articles.css";
import { dayText } from "../words";

const pageSize = 50;

export function ArticlesView({ address: { params } }: ViewProps) {
  useTitle("Articles");
  const offset = Math.max(0, Math.trunc(Number(params.offset)) || 0);
  const list = useLoaded(`articles ${offset}`, async (signal) =>
    need(await api.GET("/api/articles", { params: { query: { limit: pageSize, offset } }, signal })));
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useRef(offset);
  useEffect(() => {
    if (page.current === offset) return;
    page.current = offset;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [offset]);
  return (
    <div class="articles">
      <h1 ref={heading} tabIndex={-1}>Articles</h1>
      <p class="lead">Every article that was loaded, the latest published first. Open one to see its text with all that was found in it. <a href="#/add">Add an article</a></p>
      <Await of={list} what="articles">
        {({ articles, more }) => articles.length === 0 ? <None offset={offset} /> : (
          <>
            {groups(articles).map((group) => <GroupOf key={group.period} group={group} />)}
            <Pager offset={offset} shown={articles.length} more={more} />
          </>
        )}
      </Await>
    </div>
  );
}

function None({ offset }: { offset: number }) {
  return offset > 0
    ? <Empty>There are fewer articles than that. <a href="#/articles">The newest</a></Empty>
    : <Empty>There are no articles yet. <a href="#/add">Add one</a>, or load a folder on the command line: <code>demarche load FOLDER</code></Empty>;
}

function GroupOf({ group }: { group: Group }) {
  return (
    <section>
      <h2>{dayText(group.period) || "Day unknown"}</h2>
      <ul class="plain">
        {group.articles.map((article) => <Entry key={article.iri} article={article} isByDay={group.period.length === 10} />)}
      </ul>
    </section>
  );
}

function Entry({ article, isByDay }: { article: Schemas["ArticleView"]; isByDay: boolean }) {
  const { publisher, publisherName, authors, published, url } = article;
  const link = safeLink(url);
  const id = publisher && actorId(publisher);
  return (
    <li>
      <p class="headline"><ArticleLink iri={article.iri} title={article.headline ?? "(without headline)"} /></p>
      <p class="source">
        {[
          !isByDay && published && <Day day={published.slice(0, 10)} />,
          id ? <ActorLink actor={{ id, name: publisherName || nameOf(id) }} /> : <span class="nobody">no publisher named</span>,
          authors && authors.length > 0 && <>by {authors.join(", ")}</>,
          link && <a href={link} rel="noopener noreferrer external" title={link}>{hostOf(link)} <span aria-hidden="true">↗</span></a>,
        ].filter(Boolean).map((part, i) => <span key={i} class="part">{part}</span>)}
      </p>
    </li>
  );
}

function Pager({ offset, shown, more }: { offset: number; shown: number; more: boolean }) {
  if (offset === 0 && !more) return null;
  const page = (at: number) => format(["articles"], { offset: at > 0 ? at : undefined });
  return (
    <nav class="pager" aria-label="Pages of the list">
      {offset > 0 ? <a class="button quiet" rel="prev" href={page(Math.max(0, offset - pageSize))}>← Newer</a> : <span />}
      <span>{(offset + 1).toLocaleString("en")} – {(offset + shown).toLocaleString("en")}</span>
      {more ? <a class="button quiet" rel="next" href={page(offset + pageSize)}>Older →</a> : <span />}
    </nav>
  );
}
