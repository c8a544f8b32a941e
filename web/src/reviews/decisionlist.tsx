import { useState } from "preact/hooks";
import { articleAddress, change, recordAddress } from "../address";
import type { Loaded } from "../api/use";
import { Hindered, hindranceOf, type Hindrance } from "../parts/hindered";
import { KindMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";
import { undo, type Review } from "./api";
import { HistoryItem } from "./reviewpart";

/** So many decisions are listed before one asks for more. */
const page = 25;

/** Decisions made, the newest first; one's own can be taken back. */
export function DecisionList({ all, reviewer, ofAll, onUndone }: { all: Loaded<Review[]>; reviewer: string; ofAll: boolean; onUndone: () => void }) {
  const [most, setMost] = useState(page);
  const [hindrance, setHindrance] = useState<Hindrance>();
  const [busy, setBusy] = useState("");
  const takeBack = (r: Review) => {
    setHindrance(undefined);
    setBusy(r.iri);
    undo(r.iri).then(onUndone, (error: unknown) => setHindrance(hindranceOf(error))).finally(() => setBusy(""));
  };
  return (
    <Await of={all} what="the decisions">
      {(reviews) => {
        const shown = reviews.filter((r) => ofAll || r.reviewer === reviewer);
        return (
          <>
            <p><label><input type="checkbox" checked={!ofAll} onChange={(e) => change({ decisions: e.currentTarget.checked ? undefined : "all" })} /> only mine</label> <span class="soft">{counted(shown.length, "decision")}</span></p>
            {hindrance && <Hindered by={hindrance} />}
            {shown.length === 0 && <Empty>No decision yet.</Empty>}
            <ul class="history plain">
              {shown.slice(0, most).map((r) => (
                <li key={r.iri} class={r.latest ? undefined : "superseded"}>
                  <p class="of"><KindMark kind={r.kind} /> {r.found ? <a href={recordAddress(r.found)}>{r.label}</a> : <>{r.label} <small>(no longer found)</small></>}
                    {!r.removed && <small> in <a href={articleAddress(r.article, r.found || undefined)}>{r.headline || "an article"}</a></small>}</p>
                  <HistoryItem r={r} />
                  {r.reviewer === reviewer && <button type="button" class="link" disabled={busy === r.iri} onClick={() => takeBack(r)} aria-label={`Undo: ${r.label}`}>Undo</button>}
                </li>
              ))}
            </ul>
            {shown.length > most && <button type="button" class="quiet" onClick={() => setMost(most + page)}>Show more</button>}
          </>
        );
      }}
    </Await>
  );
}

/** Gold as files. */
export function GoldExport({ reviewers, href }: { reviewers: string[]; href: (reviewer: string) => string }) {
  return (
    <>
      <p>
        Reviewed articles as gold, one a line (JSON Lines), to measure extraction with <code>demarche eval extract</code>. Together, a record is right when more than half of its reviewers hold it to be.
      </p>
      <p class="buttons">
        <a class="button quiet" href={href("")} download="gold.jsonl">All together</a>
        {reviewers.map((name) => <a key={name} class="button quiet" href={href(name)} download={`gold-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.jsonl`}>{name}</a>)}
      </p>
    </>
  );
}
