// Deciding on records one by one, and what came of it.

import "../styles/record.css";
import "../styles/article.css";
import "../styles/review.css";
import { useMemo, useRef, useState } from "preact/hooks";
import { change, long, short } from "../address";
import { ask } from "../api/client";
import { kindNames, kinds, type Kind } from "../api/rows";
import { useLoaded, type Loaded } from "../api/use";
import type { ViewProps } from "../app";
import { useKeys } from "../keys";
import { useMemory } from "../memory";
import { ActorField } from "../parts/actorfield";
import { ArticleLink } from "../parts/links";
import { Near } from "../parts/near";
import { openSettings } from "../parts/settings";
import { Await, Empty } from "../parts/state";
import { useTitle } from "../parts/title";
import { getArticle } from "../records/article";
import { step } from "../records/articlerecords";
import { AgreementTable } from "../reviews/agreementtable";
import { goldAddress, listReviews, type Review } from "../reviews/api";
import { DecisionList, GoldExport } from "../reviews/decisionlist";
import { Desk, QueueList } from "../reviews/desk";
import { decidedBy, following, questionOf, waitingIn, waitingOf, wanted, type Waiting } from "../reviews/queue";
import { counted, percent } from "../words";

type Settings = Readonly<Record<string, string>>;

const kindOf = (params: Settings): Kind | undefined => kinds.find((k) => k === params.kind) ?? (params.article ? undefined : "demand");

async function load(params: Settings, signal: AbortSignal): Promise<Waiting[]> {
  const kind = kindOf(params);
  if (params.article) {
    const article = await getArticle(long(params.article));
    return waitingIn(article.records, kind, article.about.headline ?? "", article.about.iri);
  }
  if (!kind) return [];
  const { query, params: given } = questionOf(kind, params.actor, params.below);
  return waitingOf(kind, await ask(query, given, signal));
}

export function ReviewView({ address: { params } }: ViewProps) {
  useTitle("Review");
  const [reviewer] = useMemory("reviewer");
  const name = reviewer.trim();
  const [version, setVersion] = useState(0);
  const reviews = useLoaded("reviews " + version, (signal) => listReviews({}, signal));
  const waiting = useLoaded([params.kind, params.actor, params.article, params.article ? "" : params.below].join("\n"), (signal) => load(params, signal));
  const changed = () => setVersion((n) => n + 1);
  return (
    <div class="reviewview">
      <h1>Review</h1>
      <p class="lead">
        Say of each record whether the article really says so. {name ? <>You decide as <strong>{name}</strong>.</> : <>Decisions carry a name: <button type="button" class="link" onClick={openSettings}>say who you are</button>.</>}
      </p>
      <Conditions params={params} />
      <Await of={waiting} what="the queue">
        {(all) => <Queue all={all} reviews={reviews} name={name} params={params} onChange={changed} />}
      </Await>
      <section aria-labelledby="made"><h2 id="made">Decisions made</h2><DecisionList all={reviews} reviewer={name} ofAll={params.decisions === "all"} onUndone={changed} /></section>
      <section aria-labelledby="agreement"><h2 id="agreement">Agreement</h2><Near>{() => <AgreementTable version={version} />}</Near></section>
      <section aria-labelledby="gold"><h2 id="gold">Gold</h2><GoldExport reviewers={[...new Set((reviews.data ?? []).map((r) => r.reviewer))].sort()} href={goldAddress} /></section>
    </div>
  );
}

function Conditions({ params }: { params: Settings }) {
  const kind = kindOf(params);
  return (
    <div class="filters" role="group" aria-label="What to review">
      <div class="field">
        <label for="review-kind">Kind</label>
        <select id="review-kind" value={kind ?? ""} onChange={(e) => change({ kind: e.currentTarget.value, record: undefined })}>
          {params.article && <option value="">all</option>}
          {kinds.map((k) => <option key={k} value={k}>{kindNames[k]}</option>)}
        </select>
      </div>
      <div class="field">
        <label for="review-below">Confidence below</label>
        <select id="review-below" value={params.below ?? ""} onChange={(e) => change({ below: e.currentTarget.value, record: undefined })}>
          <option value="">any</option>
          {[0.5, 0.6, 0.7, 0.8, 0.9].map((c) => <option key={c} value={String(c)}>{percent(c)}</option>)}
        </select>
      </div>
      {!params.article && <ActorField label="Actor" value={params.actor ?? ""} onChoose={(c) => change({ actor: c?.id, record: undefined })} />}
      {params.article && (
        <div class="field onearticle"><span>Article</span>
          <span><ArticleLink iri={params.article} title="only of this one" /> <button type="button" class="link" onClick={() => change({ article: undefined, record: undefined })}>of all</button></span>
        </div>
      )}
      <label class="onlynew"><input type="checkbox" checked={params.all !== "yes"} onChange={(e) => change({ all: e.currentTarget.checked ? undefined : "yes" })} /> not yet reviewed by me</label>
    </div>
  );
}

interface QueueProps {
  all: Waiting[];
  reviews: Loaded<Review[]>;
  name: string;
  params: Settings;
  onChange: () => void;
}

function Queue({ all, reviews, name, params, onChange }: QueueProps) {
  const decided = useMemo(() => decidedBy(reviews.data ?? [], name), [reviews.data, name]);
  const queue = useMemo(() => wanted(all, { ...(params.below && { below: Number(params.below) }), all: params.all === "yes" }, decided), [all, decided, params.below, params.all]);
  const record = params.record ? long(params.record) : queue[0]?.record;
  const at = queue.findIndex((w) => w.record === record);
  const desk = useRef<HTMLElement>(null);
  const open = (iri: string | undefined) => change({ record: iri && short(iri) });
  const go = (by: 1 | -1) => open(step(queue.map((w) => ({ iri: w.record })), record, by));
  useKeys({ j: () => go(1), k: () => go(-1) });
  const onDecided = (review?: Review) => {
    onChange();
    if (!review || !record) return;
    open(following(all, queue.filter((w) => w.record !== record), record));
    desk.current?.focus({ preventScroll: true });
  };
  // What is decided must be known before the first record is shown, lest it is one of them.
  if (reviews.busy && !reviews.data) return <p class="busy" role="status">Loading decisions…</p>;
  if (!record) return <Empty>{all.length === 0 ? "There is no such record." : "Nothing waits here: you have decided on all of them, or the conditions leave none."}</Empty>;
  return (
    <div class="desk">
      <section class="card" ref={desk} tabIndex={-1} aria-label="The record to decide on">
        <p class="buttons steps">
          <button type="button" class="quiet" onClick={() => go(-1)} disabled={at === 0}>Previous <kbd aria-hidden="true">k</kbd></button>
          <button type="button" class="quiet" onClick={() => go(1)} disabled={at === queue.length - 1}>Next <kbd aria-hidden="true">j</kbd></button>
          <span class="soft" role="status">{at < 0 ? "not in the queue" : `${at + 1} of ${counted(queue.length, "record")} that wait`}</span>
        </p>
        <Desk record={record} onDecided={onDecided} />
      </section>
      <section class="card" aria-labelledby="queue"><h2 id="queue">Queue</h2><QueueList queue={queue} current={record} decided={decided} onOpen={open} /></section>
    </div>
  );
}
