// Earlier and later versions of a demand: how strong its words were, who made it first, who repeats it.

import type { Ref } from "../api/client";
import { strengths, type Evidence } from "../api/rows";
import { useAnswer } from "../api/use";
import { ActorLink, Day, RecordLink, StrengthMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted, cut, dayText } from "../words";
import { dots, ridge, type Version } from "./hardening";

interface First {
  day: string | null;
  by: Ref | null;
  publisher: string | null;
  reported: string | null;
  reported_by: string | null;
  record: string;
  reported_record: string | null;
}

interface Repeat {
  repeats: "first" | "again" | "other";
  day: string | null;
  after: number | null;
  by: Ref | null;
  what: string;
  record: string;
}

export function Versions({ e }: { e: Evidence }) {
  const hardening = useAnswer<Version>("hardening", { record: e.record });
  const first = useAnswer<First>("first-made", { record: e.record });
  const repeats = useAnswer<Repeat>("repeated-by", { record: e.record });
  return (
    <>
      <Await of={first} what="who was first">{({ rows }) => <FirstMade first={rows[0]} e={e} />}</Await>
      <Await of={hardening} what="its versions">
        {({ rows }) => rows.length < 2 ? <Empty>The graph knows no earlier or later version.</Empty> : (
          <><Scale versions={rows} here={e.record} /><VersionList versions={rows} here={e.record} /></>
        )}
      </Await>
      <Await of={repeats} what="who repeats it">{({ rows }) => <Others rows={rows.filter((r) => r.repeats === "other")} />}</Await>
    </>
  );
}

function FirstMade({ first, e }: { first: First | undefined; e: Evidence }) {
  if (!first) return null;
  const own = first.record === e.record;
  return (
    <p>
      First made on <Day day={first.day} /> by <ActorLink actor={first.by} />{own ? " — in this record" : <> (<RecordLink iri={first.record}>its record</RecordLink>)</>}
      {first.reported && <>; first reported on <Day day={first.reported} />{first.reported_by && <> by {first.reported_by}</>}</>}.
    </p>
  );
}

/** Days against strengths; the list below it says the same in words. */
function Scale({ versions, here }: { versions: Version[]; here: string }) {
  const all = dots(versions);
  if (all.length < 2) return null;
  const path = ridge(all).map((d) => `${d.x * 100},${100 - d.y * 100}`).join(" ");
  const days = [...new Map(all.map((d) => [d.day, d.x])).entries()];
  // The first and the last day, and what between them has room.
  const labelled = days.filter(([, x], i) => i === 0 || i === days.length - 1 || (x > 0.2 && x < 0.8 && x - (days[i - 1]?.[1] ?? 0) > 0.15));
  return (
    <div class="hardening" role="img" aria-label={`Strength of its words from ${dayText(all[0]?.day)} to ${dayText(all.at(-1)?.day)}: ${ridge(all).map((d) => d.strength).join(", then ")}`}>
      <div class="levels">{[...strengths].reverse().map((s) => <span key={s}>{s}</span>)}</div>
      <div class="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><polyline points={path} /></svg>
        {all.map((d) => (
          <i key={d.day + d.strength} class={d.records.includes(here) ? "dot here" : "dot"} style={{ left: d.x * 100 + "%", bottom: d.y * 100 + "%" }}
            title={`${dayText(d.day)}: ${d.strength}`}>{d.records.length > 1 ? d.records.length : ""}</i>
        ))}
      </div>
      <div class="days">{labelled.map(([day, x]) => <span key={day} class={x === 1 ? "end" : x === 0 ? "start" : "between"} style={{ left: x * 100 + "%" }}>{dayText(day)}</span>)}</div>
    </div>
  );
}

function VersionList({ versions, here }: { versions: Version[]; here: string }) {
  return (
    <ol class="versions plain">
      {versions.map((v) => (
        <li key={v.record} aria-current={v.record === here ? "true" : undefined}>
          <Day day={v.day} /> <StrengthMark strength={v.strength} />
          <span class="words">“{cut(v.what, 140)}” {v.record === here ? <strong>this record</strong> : <RecordLink iri={v.record}>{v.publisher ?? "record"}</RecordLink>}
            <small>{changeText(v.change)}</small></span>
        </li>
      ))}
    </ol>
  );
}

function changeText(change: string): string {
  if (change === "first") return "where it begins";
  return change === "same" ? "no change" : change;
}

function Others({ rows }: { rows: Repeat[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{counted(new Set(rows.map((r) => r.by?.id)).size, "other actor")} who {rows.length === 1 ? "makes" : "make"} it too</h3>
      <ul class="plain">{rows.map((r) => <li key={r.record}><ActorLink actor={r.by} />, <Day day={r.day} />: “{cut(r.what, 120)}” <RecordLink iri={r.record} /></li>)}</ul>
    </>
  );
}
