// Lines of time as one SVG drawing, for pictures: the page itself has them as
// text between which links and more text can stand.

import { Fragment, type RefObject } from "preact";
import type { Range } from "../chart/periods";
import { textWidth } from "../parts/textwidth";
import { wrapped, type Measure } from "../parts/wrapped";
import { picture, rowsOf, scaleOf, type LineMark, type PictureLine, type Row } from "./lines";

interface Props {
  of: RefObject<SVGSVGElement | null>;
  title: string;
  lines: readonly PictureLine[];
  /** The days between which the lines run; undefined when no day is known. */
  span: Range | undefined;
  /** What marks stand on: a band for times, or an axis between support and opposition. */
  track: "band" | "axis";
  legend: readonly Meaning[];
}

/** What a mark means, or without one what all mean. */
export interface Meaning {
  readonly mark?: LineMark["kind"];
  readonly text: string;
}

const { width, edge, lane } = picture;
const scaleHeight = 26;
const legendHeight = 34;

export function LinesPicture({ of, title, lines, span, track, legend }: Props) {
  const sans = getComputedStyle(document.documentElement).getPropertyValue("--sans");
  const measure = (text: string) => textWidth(text, `${picture.text}px ${sans}`);
  const titles = wrapped(title, width - 2 * edge, (text) => textWidth(text, `600 ${picture.title}px ${sans}`));
  const top = edge + titles.length * picture.titleLine + (span ? scaleHeight : 8);
  const rows = rowsOf(lines, top, measure);
  const bottom = rows.reduce((below, row) => below + row.height, top);
  const height = bottom + legendHeight;
  return (
    <svg ref={of} class="lines-picture" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Text class="title" lines={titles} x={edge} y={edge + picture.titleLine / 2} size={picture.title} step={picture.titleLine} />
      {span && <Scale span={span} top={top} bottom={bottom} />}
      {rows.map((row) => <RowOf key={row.line.key} row={row} track={track} />)}
      <line class="rule" x1={edge} x2={width - edge} y1={bottom} y2={bottom} />
      <Legend legend={legend} y={bottom + legendHeight / 2 + 3} measure={measure} />
    </svg>
  );
}

/** Lines of text of which the first has its middle at y: not every program that shows SVG can centre text. */
function Text({ lines, x, y, size = picture.text, step = picture.textLine, ...rest }: { class: string; lines: readonly string[]; x: number; y: number; size?: number; step?: number }) {
  return (
    <text {...rest} font-size={size}>
      {lines.map((line, i) => <Fragment key={i}>{i > 0 && " "}<tspan x={x} y={y + i * step + size * 0.35}>{line}</tspan></Fragment>)}
    </text>
  );
}

/** Days over the lines, and where they are on each. */
function Scale({ span, top, bottom }: { span: Range; top: number; bottom: number }) {
  return (
    <g>
      {scaleOf(span, lane.width).map(({ at, label }) => {
        const x = lane.left + at * lane.width;
        return (
          <g key={at}>
            <line class="rule" x1={x} x2={x} y1={top - 4} y2={bottom} />
            <Text class="tick" lines={[label]} x={x} y={top - 13} size={12} />
          </g>
        );
      })}
    </g>
  );
}

function RowOf({ row: { line, top, height, name, says }, track }: { row: Row; track: Props["track"] }) {
  const middle = top + height / 2;
  const first = (lines: readonly string[]) => middle - ((lines.length - 1) * picture.textLine) / 2;
  // The larger dots first: no small one may hide below them.
  const marks = line.marks.toSorted((a, b) => ("size" in b ? b.size : 0) - ("size" in a ? a.size : 0));
  return (
    <g>
      <line class="rule" x1={edge} x2={width - edge} y1={top} y2={top} />
      <Text class="name" lines={name} x={picture.name.left} y={first(name)} />
      <Track is={track} middle={middle} />
      {marks.map((mark, i) => <MarkShape key={i} mark={mark} middle={middle} />)}
      <Text class="says" lines={says} x={picture.says.left} y={first(says)} />
    </g>
  );
}

function Track({ is, middle }: { is: Props["track"]; middle: number }) {
  if (is === "band") return <rect class="band" x={lane.left} y={middle - 7} width={lane.width} height={14} rx={3} />;
  return <line class="axis" x1={lane.left - 10} x2={lane.left + lane.width + 10} y1={middle} y2={middle} />;
}

function MarkShape({ mark, middle }: { mark: LineMark; middle: number }) {
  const x = lane.left + mark.at * lane.width;
  switch (mark.kind) {
    case "term": return <Term x={x} y={middle} length={Math.max(3, mark.length * lane.width)} isOpen={mark.isOpen} />;
    case "mention": return <Sign kind="mention" x={x} y={middle} size={12} />;
    case "support": return <Sign kind="support" x={x} y={middle - 1 - mark.size / 2} size={mark.size} />;
    case "oppose": return <Sign kind="oppose" x={x} y={middle + 1 + mark.size / 2} size={mark.size} />;
  }
}

function Term({ x, y, length, isOpen }: { x: number; y: number; length: number; isOpen?: boolean }) {
  return (
    <g class="term">
      <rect x={x} y={y - 5} width={length} height={10} rx={2} />
      {isOpen && <path d={`M${x + length - 2},${y - 5}h2l6,5l-6,5h-2z`} />}
    </g>
  );
}

/** A diamond, disc or square around a point. */
function Sign({ kind, x, y, size }: { kind: Exclude<LineMark["kind"], "term">; x: number; y: number; size: number }) {
  const half = size / 2;
  switch (kind) {
    case "mention": return <path class="mention" d={`M${x},${y - half}l${half},${half}l${-half},${half}l${-half},${-half}z`} />;
    case "support": return <circle class="support" cx={x} cy={y} r={half} />;
    case "oppose": return <rect class="oppose" x={x - half} y={y - half} width={size} height={size} />;
  }
}

/** A picture for elsewhere says itself what its marks mean. */
function Legend({ legend, y, measure }: { legend: readonly Meaning[]; y: number; measure: Measure }) {
  let x = edge;
  return (
    <g>
      {legend.map(({ mark, text }) => {
        const from = x;
        const beside = mark ? from + 24 : from;
        x = beside + measure(text) + 22;
        return (
          <g key={text}>
            {mark === "term" ? <Term x={from} y={y} length={16} /> : mark && <Sign kind={mark} x={from + 8} y={y} size={12} />}
            <Text class="says" lines={[text]} x={beside} y={y} />
          </g>
        );
      })}
    </g>
  );
}
