// The drawing itself: axes and stacked bars, as one path for each series, so that
// thousands of pieces stay quick.

import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { ticks } from "./periods";
import { countTicks } from "./scale";
import { stack, type Piece, type Series } from "./stack";

/** Where the plot lies in the drawing. */
export const margin = { left: 44, right: 10, top: 30, bottom: 26 } as const;

/** Height of a line of the legend that only saved pictures have. */
const legendLine = 18;

interface BarsProps {
  svg: RefObject<SVGSVGElement | null>;
  title: string;
  /** What the counts count, above their axis. */
  unit: string;
  width: number;
  height: number;
  periods: readonly string[];
  series: readonly Series[];
  /** The series that stands out. */
  lit: string | undefined;
}

/** The drawing; it does not depend on where the pointer is. */
export function Bars({ svg, title, unit, width, height, periods, series, lit }: BarsProps) {
  return useMemo(() => {
    const { pieces, highest } = stack(series);
    const counts = countTicks(highest);
    const top = counts.at(-1) ?? 1;
    const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
    const y = (count: number) => margin.top + plot.height * (1 - count / top);
    const slot = plot.width / Math.max(periods.length, 1);
    const marks = ticks(periods, plot.width);
    const legend = legendOf(series, width);
    const below = (legend.at(-1)?.line ?? 0) + 2;
    // The legend for saved pictures lies below what the page shows: "slice" cuts it off here.
    return (
      <svg ref={svg} class="bars" width={width} height={height} viewBox={`0 0 ${width} ${height + below * legendLine}`}
        preserveAspectRatio="xMinYMin slice" role="img" aria-label={title}>
        <text class="unit" x={2} y={14}>{unit}</text>
        {counts.map((n) => (
          <g key={n}>
            <line class={n === 0 ? "zero" : "grid"} x1={margin.left} x2={width - margin.right} y1={y(n)} y2={y(n)} />
            <text class="tick count" x={margin.left - 8} y={y(n) + 4}>{n.toLocaleString("en")}</text>
          </g>
        ))}
        {marks.map(({ at, label }) => {
          const x = margin.left + slot * (at + 0.5);
          return (
            <g key={at}>
              <line class="zero" x1={x} x2={x} y1={y(0)} y2={y(0) + 4} />
              <text class={"tick time" + (x > width - 34 ? " last" : "")} x={Math.min(x, width - 2)} y={y(0) + 18}>{label}</text>
            </g>
          );
        })}
        {series.map((s, i) => <path key={s.key} class={"area series-" + s.colour + (lit && lit !== s.key ? " dim" : "")} d={outline(pieces[i] ?? [], slot, y)} />)}
        <g class="legend-saved" aria-hidden="true">
          <text class="unit" x={margin.left} y={height + 14}>{title}</text>
          {legend.map(({ series: s, x, line }) => (
            <g key={s.key}>
              <rect class={"area series-" + s.colour} x={x} y={height + (line + 1) * legendLine + 4} width={11} height={11} />
              <text class="unit" x={x + 16} y={height + (line + 1) * legendLine + 14}>{s.name}</text>
            </g>
          ))}
        </g>
      </svg>
    );
  }, [title, unit, width, height, periods, series, lit]);
}

/** All pieces of a series as one path. */
function outline(pieces: readonly Piece[], slot: number, y: (count: number) => number): string {
  const gap = slot > 5 ? Math.min(slot * 0.18, 6) : slot > 3 ? 1 : 0;
  const wide = Math.min(slot - gap, 64); // one bar alone would fill the page
  const parts: string[] = [];
  pieces.forEach(({ from, to }, i) => {
    if (to === from) return;
    const x = margin.left + slot * i + (slot - wide) / 2;
    parts.push(`M${x.toFixed(1)} ${y(from).toFixed(1)}V${y(to).toFixed(1)}h${wide.toFixed(1)}V${y(from).toFixed(1)}z`);
  });
  return parts.join("");
}

/** Where the entries of a saved picture's legend stand. */
function legendOf(series: readonly Series[], width: number): { series: Series; x: number; line: number }[] {
  let x: number = margin.left;
  let line = 0;
  return series.map((s) => {
    const wide = 30 + s.name.length * 7;
    if (x > margin.left && x + wide > width) {
      x = margin.left;
      line++;
    }
    const place = { series: s, x, line };
    x += wide;
    return place;
  });
}
