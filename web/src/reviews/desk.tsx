// The record whose turn it is, with all that one needs to decide.

import { recordAddress } from "../address";
import type { Evidence } from "../api/rows";
import { useAnswer } from "../api/use";
import { ArticleLink, Day, KindMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { percent } from "../words";
import { useArticle } from "../records/article";
import { headline } from "../records/chain";
import { Eyebrow } from "../records/eyebrow";
import { Facts } from "../records/facts";
import { InContext } from "../records/incontext";
import type { Review } from "./api";
import { useDecisions } from "./decisions";
import type { Waiting } from "./queue";
import { ReviewPart } from "./reviewpart";

export function Desk({ record, onDecided }: { record: string; onDecided: (review?: Review) => void }) {
  const answer = useAnswer<Evidence>("evidence", { record });
  return (
    <Await of={answer} what="the record">
      {({ rows }) => {
        const e = rows[0];
        if (!e) return <Empty>There is no record {record} any more.</Empty>;
        // Decisions are offered on what is asked for only, not on the record before it.
        return e.record === record ? <OnDesk key={e.record} e={e} onDecided={onDecided} /> : <div class="ondesk" />;
      }}
    </Await>
  );
}

function OnDesk({ e, onDecided }: { e: Evidence; onDecided: (review?: Review) => void }) {
  const article = useArticle(e.article_iri);
  const decisions = useDecisions(e, onDecided);
  return (
    <div class="ondesk">
      <Eyebrow e={e} />
      <h2>{headline(e)}</h2>
      <InContext e={e} article={article.data} />
      <ReviewPart e={e} article={article.data} decisions={decisions} />
      <Facts e={e} />
      <p class="from">{e.publisher ?? "No publisher"}, <Day day={e.published} />: <ArticleLink iri={e.article_iri} title={e.article} record={e.record} /> · <a href={recordAddress(e.record)}>the whole record</a></p>
    </div>
  );
}

/** So many of the queue are listed before and behind the present record. */
const around = { before: 2, behind: 12 };

export function QueueList({ queue, current, decided, onOpen }: { queue: Waiting[]; current: string; decided: ReadonlySet<string>; onOpen: (record: string) => void }) {
  const at = Math.max(0, queue.findIndex((w) => w.record === current));
  const from = Math.max(0, at - around.before);
  return (
    <ol class="recordlist" start={from + 1}>
      {queue.slice(from, at + around.behind).map((w) => (
        <li key={w.record}>
          <button type="button" class="recordrow" aria-current={w.record === current ? "true" : undefined} onClick={() => onOpen(w.record)}>
            <KindMark kind={w.kind} /> <span>{w.label}{decided.has(w.record) && <small> — decided</small>}</span> <span class="soft">{percent(w.confidence)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
