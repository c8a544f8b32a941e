// One record: its words in their context, who says so, who else tells it, what became of it.

import "../styles/record.css";
import { long } from "../address";
import type { ViewProps } from "../app";
import type { Evidence } from "../api/rows";
import { useAnswer } from "../api/use";
import { ArticleLink, Day } from "../parts/links";
import { Near } from "../parts/near";
import { Await, Empty, Failure } from "../parts/state";
import { useTitle } from "../parts/title";
import { AnswersTo, Copies } from "../records/answersto";
import { useArticle } from "../records/article";
import { headline } from "../records/chain";
import { ChainLine } from "../records/chainline";
import { Eyebrow } from "../records/eyebrow";
import { Facts } from "../records/facts";
import { InContext } from "../records/incontext";
import { CopyCitation, HowFound, RawValues, Source } from "../records/source";
import { Versions } from "../records/versions";
import { Witnesses } from "../records/witnesses";
import { Decided } from "../reviews/decided";
import { useDecisions } from "../reviews/decisions";
import { doubts } from "../reviews/doubts";
import { ReviewPart } from "../reviews/reviewpart";

export function RecordView({ address }: ViewProps) {
  const iri = address.path.length > 2 ? long(address.path.slice(1).join("/")) : undefined;
  const answer = useAnswer<Evidence>("evidence", iri ? { record: iri } : undefined);
  useTitle(answer.data?.rows[0]?.label ?? "Record");
  if (!iri) return <><h1>Record</h1><Empty>The address names no record: it ends in a kind and a hash, as in “demand/35fc1c50113edbd5”.</Empty></>;
  if (answer.error) return <><h1>Record</h1><Failure error={answer.error} /></>;
  return (
    <Await of={answer} what="the record">
      {({ rows }) => {
        const e = rows[0];
        return e ? <Whole key={e.record} e={e} /> : <><h1>Record</h1><Empty>There is no record {iri}. Its article may have been removed, or loaded again with other words.</Empty></>;
      }}
    </Await>
  );
}

function Whole({ e }: { e: Evidence }) {
  const article = useArticle(e.article_iri);
  const decisions = useDecisions(e);
  const demand = e.kind === "demand";
  return (
    <article class="record">
      <header>
        <Eyebrow e={e} />
        <Decided reviews={decisions.all.data} />
        <h1>{headline(e)}</h1>
      </header>
      <div class="main">
        <InContext e={e} article={article.data} />
        <p class="from">{e.publisher ?? "No publisher"}, <Day day={e.published} />: <ArticleLink iri={e.article_iri} title={e.article} record={e.record} /></p>
        <section aria-labelledby="who"><h2 id="who">Who says so</h2><ChainLine e={e} /></section>
        <section aria-labelledby="what"><h2 id="what">What it says</h2><Facts e={e} /></section>
        {demand && (
          <>
            <section aria-labelledby="witnesses"><h2 id="witnesses">Who else reports it</h2><Near>{() => <Witnesses e={e} />}</Near></section>
            <section aria-labelledby="versions"><h2 id="versions">Earlier and later</h2><Near>{() => <Versions e={e} />}</Near></section>
            <section aria-labelledby="answers"><h2 id="answers">Was it answered?</h2><Near>{() => <AnswersTo e={e} />}</Near></section>
          </>
        )}
        <section aria-labelledby="copies"><h2 id="copies">Copies of the article</h2><Near>{() => <Copies article={e.article_iri} />}</Near></section>
      </div>
      <aside aria-label="Review and source">
        <section class="card" aria-labelledby="review"><h2 id="review">Is it right?</h2><ReviewPart e={e} article={article.data} decisions={decisions} /></section>
        <section class="card" aria-labelledby="found"><h2 id="found">How it was found</h2><HowFound e={e} /></section>
        <section class="card" aria-labelledby="source"><h2 id="source">Source</h2><Source e={e} /><CopyCitation e={e} doubted={doubts(decisions.all.data ?? []).length > 0} /><RawValues e={e} /></section>
      </aside>
    </article>
  );
}
