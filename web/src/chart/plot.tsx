// Reading a chart and choosing a period in it, by pointer and by keys.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { counted } from "../words";
import { margin } from "./bars";
import { between, placeAt, stepOf, type Window } from "./brush";
import { rangeText } from "./periods";
import type { Series } from "./stack";
import type { ChartProps } from "./stackedchart";

interface PlotProps extends Pick<ChartProps, "title" | "noun" | "periods" | "series" | "onSelect" | "onReset"> {
  width: number;
  height: number;
  children: ComponentChildren;
}

/** Where a reader is: the period that is read, and the other end of what is being chosen. */
interface Cursor {
  readonly at: number;
  readonly anchor?: number;
  readonly byKey?: boolean;
}

export function Plot({ title, noun, periods, series, width, height, onSelect, onReset, children }: PlotProps) {
  const hint = useId();
  const [cursor, setCursor] = useState<Cursor>();
  const count = periods.length;
  const inner = width - margin.left - margin.right;
  const at = cursor && Math.min(cursor.at, count - 1);
  const chosen = cursor?.anchor !== undefined && at !== undefined ? between(cursor.anchor, at) : undefined;
  const select = ({ from, to }: Window) => {
    setCursor(undefined);
    onSelect(periods[from] ?? "", periods[to] ?? "");
  };
  const placeOf = (event: PointerEvent & { currentTarget: HTMLElement }) =>
    placeAt(event.clientX - event.currentTarget.getBoundingClientRect().left - margin.left, inner, count);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, count);
    if (event.key === "Escape") {
      setCursor(undefined);
      if (!chosen) onReset();
    } else if (event.key === "Enter" && at !== undefined) {
      select(chosen ?? between(at, at));
    } else if (step !== undefined) {
      const next = Math.min(Math.max((at ?? (step > 0 ? -1 : count)) + step, 0), count - 1);
      setCursor({ at: next, byKey: true, ...(event.shiftKey && { anchor: cursor?.anchor ?? at ?? next }) });
    } else {
      return;
    }
    event.preventDefault();
  };
  return (
    <div class="plot" tabIndex={0} role="application" aria-roledescription="chart" aria-label={title} aria-describedby={hint}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(undefined)}
      onPointerMove={(e) => setCursor((before) => ({ at: placeOf(e), ...(before?.anchor !== undefined && !before.byKey && { anchor: before.anchor }) }))}
      onPointerDown={(e) => {
        if (e.button !== 0) return;
        e.currentTarget.setPointerCapture(e.pointerId);
        setCursor({ at: placeOf(e), anchor: placeOf(e) });
      }}
      onPointerUp={(e) => {
        // A tap reads; only a drag, or the click of a mouse, chooses.
        if (chosen && (chosen.from !== chosen.to || e.pointerType === "mouse")) select(chosen);
        else setCursor({ at: placeOf(e) });
      }}
      onPointerCancel={() => setCursor(undefined)}
      onPointerLeave={(e) => { if (!e.currentTarget.hasPointerCapture(e.pointerId)) setCursor(undefined); }}>
      {children}
      {at !== undefined && <Band window={chosen ?? between(at, at)} isChosen={chosen !== undefined} count={count} inner={inner} height={height} />}
      {at !== undefined && <Tip at={at} chosen={chosen} periods={periods} series={series} noun={noun} left={margin.left + (inner / count) * (at + 0.5)} width={width} />}
      <p class="hidden" role="status">{cursor?.byKey && at !== undefined ? spoken(chosen ?? between(at, at), periods, series, noun) : ""}</p>
      <p id={hint} class="hint">
        Drag over the bars to choose a period.
        <span class="keys-hint"> Keys: <kbd>←</kbd><kbd>→</kbd> read, with <kbd>Shift</kbd> choose, <kbd>Enter</kbd> show it, <kbd>Esc</kbd> show all.</span>
      </p>
    </div>
  );
}

/** What is read or being chosen. */
function Band({ window, isChosen, count, inner, height }: { window: Window; isChosen: boolean; count: number; inner: number; height: number }) {
  const slot = inner / count;
  return (
    <div class={isChosen ? "band chosen" : "band"} style={{
      left: `${margin.left + slot * window.from}px`, width: `${Math.max(slot * (window.to - window.from + 1), 1)}px`,
      top: `${margin.top}px`, height: `${height - margin.top - margin.bottom}px`,
    }} />
  );
}

interface Read {
  readonly text: string;
  readonly total: number;
  readonly parts: { series: Series; count: number }[];
}

/** What the periods of a window hold, the most first. */
function read({ from, to }: Window, periods: readonly string[], series: readonly Series[]): Read {
  const parts = series.map((s) => ({ series: s, count: s.counts.slice(from, to + 1).reduce((a, b) => a + b, 0) }))
    .filter((part) => part.count > 0).sort((a, b) => b.count - a.count);
  const [first = "", last = ""] = [periods[from], periods[to]];
  return { text: rangeText(first, last), total: parts.reduce((n, p) => n + p.count, 0), parts };
}

function spoken(window: Window, periods: readonly string[], series: readonly Series[], noun: readonly [string, string]): string {
  const { text, total, parts } = read(window, periods, series);
  return `${text}: ${counted(total, ...noun)}. ${parts.map((p) => `${p.series.name} ${p.count}`).join(", ")}`;
}

interface TipProps {
  at: number;
  chosen: Window | undefined;
  periods: readonly string[];
  series: readonly Series[];
  noun: readonly [string, string];
  left: number;
  width: number;
}

function Tip({ at, chosen, periods, series, noun, left, width }: TipProps) {
  const { text, total, parts } = read(chosen ?? between(at, at), periods, series);
  const isRight = left > width / 2;
  return (
    <div class="tip" aria-hidden="true" style={isRight ? { right: `${width - left + 12}px` } : { left: `${left + 12}px` }}>
      <strong>{text}</strong> {counted(total, ...noun)}
      <ul>
        {parts.map(({ series: s, count }) => (
          <li key={s.key}><span class={"swatch series-" + s.colour} /><span class="name">{s.name}</span><span class="total">{count}</span></li>
        ))}
      </ul>
    </div>
  );
}
