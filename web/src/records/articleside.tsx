// What stands beside the text of an article: the record that is looked at, all
// records as a list, and the article's own data.

import { memo } from "preact/compat";
import { format, recordAddress, short } from "../address";
import type { Evidence } from "../api/rows";
import { useAnswer } from "../api/use";
import { actorId, nameOf } from "../articles/groups";
import { ActorLink, Day, KindMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { Decided } from "../reviews/decided";
import { useDecisions } from "../reviews/decisions";
import { ReviewPart } from "../reviews/reviewpart";
import { percent } from "../words";
import type { Article } from "./article";
import type { ArticleRecord } from "./articlerecords";
import { headline } from "./chain";
import { ChainLine } from "./chainline";
import { Eyebrow } from "./eyebrow";
import { Facts } from "./facts";
import { Outside } from "./source";

/** The active record, in short. */
export function Panel({ iri, article, place, onClose, onStep }:
  { iri: string; article: Article; place: string; onClose: () => void; onStep: (by: 1 | -1) => void }) {
  const answer = useAnswer<Evidence>("evidence", { record: iri });
  return (
    <section class="card panel" aria-labelledby="panel-heading">
      <p class="buttons steps">
        <button type="button" class="quiet" onClick={() => onStep(-1)}>Previous <kbd aria-hidden="true">k</kbd></button>
        <button type="button" class="quiet" onClick={() => onStep(1)}>Next <kbd aria-hidden="true">j</kbd></button>
        <span class="soft">{place}</span>
        <button type="button" class="quiet close" onClick={onClose} aria-label="Close the record">×</button>
      </p>
      <Await of={answer} what="the record">
        {({ rows }) => {
          const e = rows[0];
          if (!e) return <Empty>There is no record {iri}.</Empty>;
          return <InPanel key={e.record} e={e} article={article} isAsked={e.record === iri} />;
        }}
      </Await>
    </section>
  );
}

/** @param isAsked whether it is the record that is asked for, not the one before it: decisions are offered on that only */
function InPanel({ e, article, isAsked }: { e: Evidence; article: Article; isAsked: boolean }) {
  const decisions = useDecisions(e);
  return (
    <>
      <Eyebrow e={e} />
      <Decided reviews={decisions.all.data} />
      <h2 id="panel-heading">{headline(e)}</h2>
      <Facts e={e} brief />
      <ChainLine e={e} />
      <p><a href={recordAddress(e.record)}>The whole record: other reports, versions, answers</a></p>
      {isAsked && <ReviewPart e={e} article={article} decisions={decisions} />}
    </>
  );
}

/** All records in the order of the text. */
export function RecordList({ records, active, onOpen }: { records: ArticleRecord[]; active: string | undefined; onOpen: (iri: string) => void }) {
  if (records.length === 0) return <Empty>No record is shown. Switch on a kind, or lower the confidence.</Empty>;
  return (
    <ol class="recordlist plain">
      {records.map((r) => <RecordRow key={r.iri} r={r} current={r.iri === active} onOpen={onOpen} />)}
    </ol>
  );
}

const RecordRow = memo(({ r, current, onOpen }: { r: ArticleRecord; current: boolean; onOpen: (iri: string) => void }) => (
  <li>
    <button type="button" class="recordrow" aria-current={current ? "true" : undefined} onClick={() => onOpen(r.iri)}>
      <KindMark kind={r.kind} /> <span>{r.label}</span> <span class="soft">{percent(r.confidence)}</span>
    </button>
  </li>
), (a, b) => a.r === b.r && a.current === b.current);

export function ArticleData({ article }: { article: Article }) {
  const { about } = article;
  return (
    <dl class="facts">
      <div><dt>Publisher</dt><dd>{about.publisher ? <ActorLink actor={{ id: actorId(about.publisher), name: about.publisherName || nameOf(actorId(about.publisher)) }} /> : <span class="nobody">not named</span>}</dd></div>
      <div><dt>Published</dt><dd><Day day={about.published} /></dd></div>
      {about.authors?.length ? <div><dt>By</dt><dd>{about.authors.join(", ")}</dd></div> : null}
      {about.url && <div><dt>Address</dt><dd><Outside url={about.url} /></dd></div>}
      {about.language && <div><dt>Language</dt><dd>{languageName(about.language)}</dd></div>}
      <div><dt>IRI</dt><dd><code>{about.iri}</code></dd></div>
      <div><dt>Review</dt><dd><a href={format(["review"], { article: short(about.iri) })}>Decide on its records one by one</a></dd></div>
    </dl>
  );
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // no code of a language
  }
}
