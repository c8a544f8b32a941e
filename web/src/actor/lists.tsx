// What an actor demands, is asked, says; and the articles that tell it.

import { askAddress } from "../address";
import type { Params } from "../api/client";
import type { Pages } from "../api/more";
import type { DemandRow } from "../api/rows";
import { DemandList } from "../parts/demandlist";
import { ArticleLink } from "../parts/links";
import { More } from "../parts/more";
import { Await, Empty } from "../parts/state";
import { StatementList } from "../parts/statementlist";
import { articlesOf } from "./articles";
import type { SaidRow, Sourced } from "./rows";

interface ListProps<R> {
  id: string;
  title: string;
  pages: Pages<R>;
  /** What to ask for all of them as a table. */
  query: string;
  params: Params;
}

export function Demands({ id, title, pages, query, params }: ListProps<DemandRow>) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Await of={pages.first} what="demands">
        {() => pages.rows.length === 0 ? <Empty>None found.</Empty> : (
          <>
            <DemandList rows={pages.rows} />
            <More of={pages} what="demands" />
            <p><a href={askAddress(query, params)}>All as a table</a></p>
          </>
        )}
      </Await>
    </section>
  );
}

export function Statements({ id, title, pages, query, params }: ListProps<SaidRow>) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Await of={pages.first} what="statements">
        {() => pages.rows.length === 0 ? <Empty>None found.</Empty> : (
          <>
            <StatementList rows={pages.rows} />
            <More of={pages} what="statements" />
            <p><a href={askAddress(query, params)}>All as a table</a></p>
          </>
        )}
      </Await>
    </section>
  );
}

/** The articles that gave what is listed on the page. */
export function Articles({ rows }: { rows: readonly Sourced[] }) {
  const articles = articlesOf(rows);
  return (
    <section aria-labelledby="articles">
      <h2 id="articles">Articles of what is listed here</h2>
      {articles.length === 0 ? <Empty>None yet.</Empty> : (
        <ul class="plain">
          {articles.map((a) => <li key={a.iri}><ArticleLink iri={a.iri} title={a.title} /> <small>{a.publisher && <>{a.publisher} · </>}{a.count === 1 ? "once" : `${a.count} times`}</small></li>)}
        </ul>
      )}
    </section>
  );
}
