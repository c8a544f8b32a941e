// Positions of an actor: for each issue a line of time.

import { change } from "../address";
import { ask, type Params } from "../api/client";
import { useLoaded, type Loaded } from "../api/use";
import { rangeText, type Range } from "../chart/periods";
import { ArticleLink, Confidence, Day, RecordLink } from "../parts/links";
import { fileName } from "../parts/picture";
import { SaveWanted } from "../parts/savewanted";
import { Await, Empty } from "../parts/state";
import { dayText } from "../words";
import { scaleOf } from "./lines";
import { LinesPicture, type Meaning } from "./linespicture";
import { courseOf, dotsOf, dotSize, linesOf, nameOf, positionsLine, spanOf, type Dot, type IssueLine, type Mark } from "./positions";
import type { PositionRow, Stance } from "./rows";

const most = 500;

interface Positions {
  rows: PositionRow[];
  lines: IssueLine[];
  isCut: boolean;
}

/** The positions, and lines of those on each issue. */
export function usePositions(id: string, conditions: Params): Loaded<Positions> {
  const params = { actor: id, ...conditions, limit: most };
  return useLoaded("positions " + JSON.stringify(params), async (signal) => {
    const { rows, next } = await ask<PositionRow>("positions", params, signal);
    return { rows, lines: linesOf(rows), isCut: next !== undefined };
  });
}

const legend: readonly Meaning[] = [
  { mark: "support", text: "supports" }, { mark: "oppose", text: "opposes" }, { text: "the larger, the more often that day" },
];

export function Stances({ of, id, name }: { of: Loaded<Positions>; id: string; name: string }) {
  return (
    <section class="stances" aria-labelledby="stances">
      <h2 id="stances">Positions by issue</h2>
      <Await of={of} what="positions">
        {({ rows, lines, isCut }) => {
          const span = spanOf(rows);
          if (!span) return <Empty>No positions in this period.</Empty>;
          const title = `Positions of ${name} by issue, ${rangeText(span.since, span.until)}${isCut ? `: the newest ${most}` : ""}`;
          return (
            <>
              <p class="key">
                <DotMark stance="support" /> supports <DotMark stance="oppose" /> opposes; the larger, the more often that day. Unfold an issue for the words.
              </p>
              <Scale span={span} />
              {lines.map((line) => <Line key={line.id} line={line} span={span} />)}
              <p class="lines-foot">
                {isCut && <span class="note">The newest {most} positions; choose a period for earlier ones.</span>}
                <SaveWanted name={fileName("positions", id)} what={title}>
                  {(of) => <LinesPicture of={of} title={title} span={span} track="axis" legend={legend} lines={lines.map((line) => positionsLine(line, span))} />}
                </SaveWanted>
              </p>
            </>
          );
        }}
      </Await>
    </section>
  );
}

/** Days over the lines; no label goes beyond their ends. */
function Scale({ span }: { span: Range }) {
  return (
    <p class="month-scale" aria-hidden="true">
      <span />
      <span class="lane">{scaleOf(span, 420).map(({ at, label }) => <span key={at} style={{ left: `${at * 100}%`, transform: `translateX(${-at * 100}%)` }}>{label}</span>)}</span>
    </p>
  );
}

function Line({ line, span }: { line: IssueLine; span: Range }) {
  const { id, issue, marks, support, oppose } = line;
  return (
    <details class="issue">
      <summary>
        <span class="name">{nameOf(line)}</span>
        <span class="lane" aria-hidden="true">{dotsOf(marks, span).map((dot) => <DotMark key={dot.day + dot.stance} stance={dot.stance} dot={dot} />)}</span>
        <span class="course">{courseOf(line)}
          {issue && <small> {support > 0 && <>+{support}</>} {oppose > 0 && <>−{oppose}</>}</small>}</span>
      </summary>
      <ol class="words">{marks.toReversed().map((mark) => <Words key={mark.row.record} mark={mark} />)}</ol>
      {issue && <p><button type="button" class="link" onClick={() => change({ issue: id })}>Only this issue, on the whole page</button></p>}
    </details>
  );
}

function Words({ mark: { row, stance } }: { mark: Mark }) {
  return (
    <li>
      <StanceMark stance={stance} /> <span class="quote"><RecordLink iri={row.record}>{row.issue}</RecordLink></span>{" "}
      <small><Day day={row.day} /> · <ArticleLink iri={row.article_iri} title={row.article} record={row.record} /> <Confidence value={row.confidence} /></small>
    </li>
  );
}

export function StanceMark({ stance }: { stance: Stance }) {
  return <span class={"mark stance-" + stance}>{stance === "support" ? "+ supports" : "− opposes"}</span>;
}

/** Support is a disc above the line, opposition a square below it. */
function DotMark({ stance, dot }: { stance: Stance; dot?: Dot }) {
  const size = dotSize(dot?.count ?? 1);
  return (
    <span class={"dot " + stance} title={dot && `${dayText(dot.day)}: ${dot.count} × ${stance}`}
      style={{ width: `${size}px`, height: `${size}px`, ...(dot && { left: `${dot.at * 100}%` }) }} />
  );
}
