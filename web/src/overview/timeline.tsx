// The chart of the overview, with what can be set in it.

import { useMemo, useRef } from "preact/hooks";
import { change, listed, toggled } from "../address";
import type { Answer } from "../api/client";
import type { ActivityRow } from "../api/rows";
import { useAnswer, useKept, type Loaded } from "../api/use";
import { rangeText } from "../chart/periods";
import { StackedChart } from "../chart/stackedchart";
import { ranking, seriesOf, totals, toYears } from "../chart/stack";
import { Strip } from "../chart/strip";
import { Filters } from "../parts/filters";
import { SaveDrawing } from "../parts/savebuttons";
import { Await, Empty, Failure } from "../parts/state";
import { counted } from "../words";
import { frameOf, rowLimit, undatedOf, type Frame } from "./activity";

type Params = Readonly<Record<string, string>>;
type Kind = "demand" | "statement";
type Side = "by" | "of";

export const kindOf = (params: Params): Kind => (params.kind === "statement" ? "statement" : "demand");
export const sideOf = (params: Params): Side => (params.side === "of" ? "of" : "by");

/** How the two sides of a kind are called. */
const sides: Record<Kind, Record<Side, string>> = {
  demand: { by: "who demands", of: "who should comply" },
  statement: { by: "who speaks", of: "who is spoken to" },
};

const nouns: Record<Kind, readonly [string, string]> = { demand: ["demand", "demands"], statement: ["statement", "statements"] };

const showAll = () => change({ since: "", until: "" });

export function Timeline({ params, whole }: { params: Params; whole: Loaded<Answer<ActivityRow>> }) {
  const kind = kindOf(params);
  const side = sideOf(params);
  const title = `${kind === "demand" ? "Demands" : "Statements"} over time, by ${sides[kind][side]}`;
  return (
    <section class="card timeline" aria-labelledby="timeline">
      <div class="head">
        <h2 id="timeline">{title}</h2>
        <Settings kind={kind} side={side} />
      </div>
      {/* Counts of demands must not stand under "Statements", not even for a moment. */}
      <Await of={whole.busy ? { busy: true } : whole} what="the chart">
        {({ rows, next }) => <Drawn key={kind + side} params={params} kind={kind} side={side} title={title} rows={rows} isCut={next !== undefined} />}
      </Await>
    </section>
  );
}

function Settings({ kind, side }: { kind: Kind; side: Side }) {
  return (
    <div class="switches">
      <div class="switch" role="group" aria-label="What is counted">
        {(["demand", "statement"] as const).map((k) => (
          <button key={k} type="button" class="quiet" aria-pressed={k === kind} onClick={() => change({ kind: k === "demand" ? "" : k, hide: "" })}>
            {k === "demand" ? "Demands" : "Statements"}
          </button>
        ))}
      </div>
      <div class="switch" role="group" aria-label="Whose they are">
        {(["by", "of"] as const).map((s) => (
          <button key={s} type="button" class="quiet" aria-pressed={s === side} onClick={() => change({ side: s === "by" ? "" : s, hide: "" })}>
            {sides[kind][s]}
          </button>
        ))}
      </div>
    </div>
  );
}

interface DrawnProps {
  params: Params;
  kind: Kind;
  side: Side;
  title: string;
  rows: ActivityRow[];
  isCut: boolean;
}

function Drawn({ params, kind, side, title, rows, isCut }: DrawnProps) {
  const { since, until } = params;
  const frame = useMemo(() => frameOf(rows, since, until), [rows, since, until]);
  const fine = useAnswer<ActivityRow>("activity", frame?.isFiner
    ? { kind, side, unit: frame.unit, since: frame.range.since, until: frame.range.until, limit: rowLimit } : undefined);
  // Until the finer counts come, all stays as it was before.
  const counts = !frame?.isFiner ? rows : fine.busy ? undefined : fine.data?.rows;
  const shown = useKept(useMemo(() => frame && counts && { frame, rows: counts }, [frame, counts]));
  if (!frame) return <Empty>No article names a {nouns[kind][0]} with a day.</Empty>;
  return (
    <>
      {fine.error ? <Failure error={fine.error} />
        : shown ? <div class={counts ? undefined : "stale"} aria-busy={!counts}><Chart params={params} title={title} noun={nouns[kind]} frame={shown.frame} rows={shown.rows} all={rows} /></div>
        : <p class="busy" role="status">Loading days…</p>}
      <Period params={params} frame={frame} rows={rows} />
      {side === "of" && <p class="note">A {nouns[kind][0]} to several counts for each of them.</p>}
      {isCut && <p class="note">Only the first {counted(rowLimit, "count")} are drawn.</p>}
    </>
  );
}

function Chart({ params, title, noun, frame, rows, all }: { params: Params; title: string; noun: readonly [string, string]; frame: Frame; rows: ActivityRow[]; all: ActivityRow[] }) {
  const svg = useRef<SVGSVGElement>(null);
  const whole = useMemo(() => ranking(all).map((r) => r.actor.id), [all]);
  const series = useMemo(
    () => seriesOf(frame.unit === "year" ? toYears(rows) : rows, frame.periods, whole), [rows, frame, whole]);
  const hidden = useMemo(() => new Set(listed(params.hide)), [params.hide]);
  const text = rangeText(frame.range.since, frame.range.until);
  const sum = series.reduce((n, s) => n + s.total, 0);
  return (
    <>
      <p class="found" role="status"><strong>{text}</strong>: {counted(sum, ...noun)}</p>
      <StackedChart svg={svg} title={`${title}, ${text}`} noun={noun} unit={`${noun[1]} per ${frame.unit}`} periods={frame.periods}
        series={series} hidden={hidden} onToggle={(key) => change({ hide: toggled(params.hide, key) })}
        onSelect={(since, until) => change({ since, until })} onReset={showAll} />
      <p class="pictures"><SaveDrawing of={svg} name={`${noun[1]}-over-time`} what={`${title}, ${text}`} /></p>
    </>
  );
}

/** The whole time in small, and the fields for its first and last day. */
function Period({ params, frame, rows }: { params: Params; frame: Frame; rows: ActivityRow[] }) {
  const sums = useMemo(() => totals(rows, frame.months), [rows, frame]);
  const undated = undatedOf(rows);
  return (
    <>
      {frame.months.length > 1 && (
        <Strip label="Choose a period" periods={frame.months} totals={sums} window={frame.window}
          onChange={(w) => change(w ? { since: frame.months[w.from], until: frame.months[w.to] } : { since: "", until: "" })} />
      )}
      <div class="period">
        <Filters show={["since", "until"]} params={params} />
        <button type="button" class="quiet" disabled={!params.since && !params.until} onClick={showAll}>All</button>
        {undated > 0 && <small>{undated} more without a day</small>}
      </div>
    </>
  );
}
