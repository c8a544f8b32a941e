// Deciding on a record, wherever it is shown: the buttons, the form for
// corrections, and what others decided.

import "../styles/review.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../api/client";
import type { Evidence } from "../api/rows";
import { useKeys } from "../keys";
import { Hindered } from "../parts/hindered";
import type { Article } from "../records/article";
import type { Review, Verdict } from "./api";
import { timeText } from "../words";
import { changesIn } from "./correction";
import { CorrectionForm } from "./correctionform";
import { draftOf, keepDraft } from "./drafts";
import type { Decisions } from "./decisions";

interface Props {
  e: Evidence;
  article: Article | undefined;
  /** Those on the record, from useDecisions. */
  decisions: Decisions;
}

const done: Record<Verdict, string> = { accept: "accepted", correct: "corrected", reject: "rejected" };

/** Accept, correct, reject, with the keys a, c, x; and the history below. */
export function ReviewPart({ e, article, decisions }: Props) {
  const [correcting, setCorrecting] = useState(() => draftOf(e.record) !== undefined);
  const isAsked = useRef(false); // a form that comes back with its record takes no focus
  const [comment, setComment] = useState("");
  const place = useRef<HTMLDivElement>(null);
  const wasCorrecting = useRef(false);
  useEffect(() => {
    if (correcting && isAsked.current) place.current?.querySelector<HTMLElement>("form input, form select, form button")?.focus();
    else if (!correcting && wasCorrecting.current && document.activeElement === document.body) place.current?.querySelector<HTMLElement>("button.correct")?.focus();
    wasCorrecting.current = correcting;
  }, [correcting, article !== undefined]); // the form waits for the text
  const correct = (is: boolean) => {
    isAsked.current = is;
    setCorrecting(is);
  };
  const settle = () => {
    keepDraft(e.record, undefined); // another decision stands in its place
    setCorrecting(false);
    setComment("");
  };
  const make = (verdict: Verdict) => { void decisions.make(verdict, comment).then((ok) => { if (ok) settle(); }); };
  const takeBack = (review: Review) => {
    // The button that undoes goes with what it undoes.
    void decisions.takeBack(review).then(() => place.current?.querySelector<HTMLElement>(".verdicts button")?.focus());
  };
  useKeys({
    "g a": () => {}, // goes to another view; not to be taken for accepting
    a: () => make("accept"),
    c: () => correct(true),
    x: () => make("reject"),
  });
  if (decisions.all.error instanceof Problem && decisions.all.error.status === 404) return <p class="empty">This server keeps no reviews.</p>;
  return (
    <div class="review" ref={place}>
      <Buttons mine={decisions.mine} saving={decisions.saving} correcting={correcting} onAccept={() => make("accept")} onCorrect={() => correct(!correcting)} onReject={() => make("reject")} />
      <Status decisions={decisions} onUndo={takeBack} />
      {decisions.hindrance && <Hindered by={decisions.hindrance} />}
      {correcting && (
        <CorrectionForm e={e} article={article} saving={decisions.saving}
          onClose={() => setCorrecting(false)}
          onSend={(correction, why) => { void decisions.make("correct", why, correction).then((ok) => { if (ok) settle(); }); }} />
      )}
      {!correcting && (
        <details class="comment">
          <summary>Comment on the decision</summary>
          <label class="hidden" for={"comment-" + e.record}>Comment</label>
          <textarea id={"comment-" + e.record} rows={2} maxLength={4000} value={comment} onInput={(ev) => setComment(ev.currentTarget.value)} placeholder="Goes with the next decision" />
        </details>
      )}
      <ReviewHistory decisions={decisions} />
    </div>
  );
}

function Buttons({ mine, saving, correcting, onAccept, onCorrect, onReject }:
  { mine: Verdict | undefined; saving: boolean; correcting: boolean; onAccept: () => void; onCorrect: () => void; onReject: () => void }) {
  return (
    <p class="buttons verdicts" role="group" aria-label="Your decision">
      <button type="button" class="quiet accept" aria-pressed={mine === "accept"} aria-disabled={saving} onClick={onAccept}><span aria-hidden="true">✓ </span>Accept <kbd aria-hidden="true">a</kbd></button>
      <button type="button" class="quiet correct" aria-pressed={mine === "correct"} aria-expanded={correcting} aria-disabled={saving} onClick={onCorrect}><span aria-hidden="true">✎ </span>Correct <kbd aria-hidden="true">c</kbd></button>
      <button type="button" class="quiet reject" aria-pressed={mine === "reject"} aria-disabled={saving} onClick={onReject}><span aria-hidden="true">✗ </span>Reject <kbd aria-hidden="true">x</kbd></button>
    </p>
  );
}

/** What I decided, and the way back. */
function Status({ decisions, onUndo }: { decisions: Decisions; onUndo: (review: Review) => void }) {
  const latest = decisions.own.find((r) => r.latest);
  return (
    <p class="status" role="status">
      {decisions.saving ? "Saving…" : latest ? (
        <>You {done[latest.verdict]} it on {timeText(latest.time)}. <button type="button" class="link" onClick={() => onUndo(latest)}>Undo</button></>
      ) : decisions.all.busy ? "Loading decisions…" : "You have not decided."}
    </p>
  );
}

/** All decisions on the record, the newest first. */
function ReviewHistory({ decisions }: { decisions: Decisions }) {
  const all = decisions.all.data ?? [];
  if (decisions.all.error) return <p class="empty">The decisions of others could not be read: {decisions.all.error.message}</p>;
  if (all.length === 0) return null;
  return (
    <ul class="history plain" aria-label="Decisions on this record">
      {all.map((r) => <li key={r.iri} class={r.latest ? undefined : "superseded"}><HistoryItem r={r} /></li>)}
    </ul>
  );
}

function VerdictMark({ verdict }: { verdict: Verdict }) {
  const sign = { accept: "✓", correct: "✎", reject: "✗" }[verdict];
  return <span class={"mark verdict-" + verdict}><span aria-hidden="true">{sign} </span>{done[verdict]}</span>;
}

export function HistoryItem({ r }: { r: Review }) {
  return (
    <>
      <VerdictMark verdict={r.verdict} /> {r.reviewer}, {timeText(r.time)}{!r.latest && <small> — superseded</small>}
      {changesIn(r).map((c) => <div key={c.field} class="change">{c.field}: <del><span class="hidden">was </span>{c.from}</del> → <ins><span class="hidden">now </span>{c.to}</ins></div>)}
      {r.comment && <div class="comment-text">{r.comment}</div>}
    </>
  );
}
