// A stacked chart over time that can be read with the pointer and with keys, and
// in which a period can be chosen.

import type { RefObject } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import "../styles/chart.css";
import { Bars } from "./bars";
import { CountTable } from "./counttable";
import { Legend } from "./legend";
import { Plot } from "./plot";
import { useSize } from "./size";
import type { Series } from "./stack";

export interface ChartProps {
  svg: RefObject<SVGSVGElement | null>;
  /** What is shown, as a sentence without end. */
  title: string;
  /** What is counted, one of it and many. */
  noun: readonly [string, string];
  /** Above the axis of counts. */
  unit: string;
  periods: readonly string[];
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  /** Called with the first and the last chosen period. */
  onSelect: (since: string, until: string) => void;
  /** Called when no period shall be chosen any more. */
  onReset: () => void;
}

export function StackedChart({ svg, title, noun, unit, periods, series, hidden, onToggle, onSelect, onReset }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 800;
  const height = width < 500 ? 220 : 280;
  const [lit, setLit] = useState<string>();
  const shown = useMemo(() => series.filter((s) => !hidden.has(s.key)), [series, hidden]);
  return (
    <figure class="chart">
      <Legend series={series} hidden={hidden} onLight={setLit} onToggle={onToggle} />
      <div ref={frame}>
        <Plot title={title} noun={noun} periods={periods} series={shown} width={width} height={height} onSelect={onSelect} onReset={onReset}>
          <Bars svg={svg} title={title} unit={unit} width={width} height={height} periods={periods} series={shown} lit={lit} />
        </Plot>
      </div>
      <CountTable caption={title} periods={periods} series={shown} />
    </figure>
  );
}
