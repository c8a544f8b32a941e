// The period: a slider with two handles over the months, what there is in each
// of them behind it, and playing.

import { useEffect, useRef, useState } from "preact/hooks";
import { isAll, moveEnd, shift, stepOf, widthOf } from "../chart/brush";
import { rangeText } from "../chart/periods";
import { isStill } from "../parts/motion";
import { dayText } from "../words";
import { monthText, type Window } from "./network";
import { firstWindow, nextWindow } from "./play";
import { speedNames, speeds } from "./settings";

interface Props {
  range: Window;
  /** Counts by month of the range. */
  bars: readonly number[];
  /** Undefined: all. */
  window: Window | undefined;
  speed: number;
  undated: number;
  /** @param done false while the window still moves */
  onWindow: (window: Window | undefined, done: boolean) => void;
  onSpeed: (speed: number) => void;
}

export const periodText = (window: Window): string => rangeText(monthText(window.from), monthText(window.to));

export function Period({ range, bars, window, speed, undated, onWindow, onSpeed }: Props) {
  const [playing, setPlaying] = useState(false);
  const shown = window ?? range;
  const latest = useRef({ window, range, bars });
  latest.current = { window, range, bars };
  const settle = (next: Window | undefined) => { setPlaying(false); onWindow(next, true); };
  const stop = () => settle(latest.current.window);
  const step = (direction: 1 | -1) => {
    const next = window ? nextWindow(window, direction, range, bars) : firstWindow(undefined, range);
    if (next) settle(next);
  };
  useEffect(() => {
    if (!playing) return;
    onWindow(firstWindow(latest.current.window, range), false);
    const timer = setInterval(() => {
      const { window: now, bars: counts } = latest.current;
      const next = now && nextWindow(now, 1, range, counts);
      if (next) onWindow(next, false);
      else stop();
    }, speeds[speed]);
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" && event.key !== " ") return;
      event.preventDefault(); // also a click on the button that has the focus
      stop();
    };
    addEventListener("keydown", press, true);
    return () => { clearInterval(timer); removeEventListener("keydown", press, true); };
  }, [playing, speed]);

  return (
    <section class="relations-period" aria-label="Period">
      <div class="controls">
        <button type="button" class="quiet" aria-label="Earlier" title="Earlier" onClick={() => step(-1)} disabled={!window || window.from <= range.from}>‹</button>
        {!isStill() && (
          <button type="button" class="play" onClick={() => (playing ? stop() : setPlaying(true))}>{playing ? "❚❚ Stop" : "▶ Play"}</button>
        )}
        <button type="button" class="quiet" aria-label="Later" title="Later" onClick={() => step(1)} disabled={!!window && window.to >= range.to}>›</button>
        {!isStill() && (
          <label class="speed">
            <span class="hidden">Speed</span>
            <select value={String(speed)} onChange={(e) => onSpeed(Number(e.currentTarget.value))}>
              {speedNames.map((name, i) => <option key={name} value={String(i)}>{name}</option>)}
            </select>
          </label>
        )}
        <strong class="now" aria-live={playing ? "off" : "polite"}>{periodText(shown)}</strong>
        {window
          ? <button type="button" class="link" onClick={() => settle(undefined)}>Whole time</button>
          : undated > 0 && <small>and {undated.toLocaleString("en")} without a day</small>}
      </div>
      <Slider range={range} bars={bars} shown={shown} onWindow={(next, done) => { setPlaying(false); onWindow(isAll(next, range) ? undefined : next, done); }} />
    </section>
  );
}

type Grip = "from" | "to" | "both";

function Slider({ range, bars, shown, onWindow }: { range: Window; bars: readonly number[]; shown: Window; onWindow: (window: Window, done: boolean) => void }) {
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<{ grip: Grip; start: number; window: Window } | undefined>(undefined);
  const months = widthOf(range);
  const most = Math.max(...bars, 1);
  const monthAt = (x: number): number => {
    const box = track.current?.getBoundingClientRect();
    return box ? range.from + Math.floor(((x - box.left) / box.width) * months) : range.from;
  };
  const grip = (name: Grip) => (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    track.current?.setPointerCapture(event.pointerId);
    drag.current = { grip: name, start: monthAt(event.clientX), window: shown };
    if (event.currentTarget instanceof HTMLElement && name !== "both") event.currentTarget.focus();
  };
  const dragged = (event: PointerEvent): Window | undefined => {
    const now = drag.current;
    if (!now) return undefined;
    const month = monthAt(event.clientX);
    return now.grip === "both" ? shift(now.window, month - now.start, range) : toMonth(now.window, now.grip, month, range);
  };
  const onGround = (event: PointerEvent) => {
    const month = monthAt(event.clientX);
    if (month >= shown.from && month <= shown.to) return grip("both")(event);
    onWindow(toMonth(shown, month < shown.from ? "from" : "to", month, range), true);
  };
  const keys = (handle: "from" | "to") => (event: KeyboardEvent) => {
    const by = stepOf(event.key, months);
    if (by === undefined) return;
    event.preventDefault();
    onWindow(event.shiftKey ? shift(shown, by, range) : moveEnd(shown, handle, by, range), true);
  };
  const part = (month: number) => `${((month - range.from) / months) * 100}%`;
  return (
    <div class="slider" ref={track} onPointerDown={onGround}
      onPointerMove={(e) => { const next = dragged(e); if (next) onWindow(next, false); }}
      onPointerUp={(e) => { const next = dragged(e); drag.current = undefined; if (next) onWindow(next, true); }}
      onPointerCancel={() => { drag.current = undefined; onWindow(shown, true); }}>
      <svg class="bars" viewBox={`0 0 ${months} 40`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map((count, i) => count > 0 && (
          <rect key={i} class={i + range.from >= shown.from && i + range.from <= shown.to ? "in" : undefined} x={i + 0.08} width={0.84}
            y={40 - barHeight(count, most)} height={barHeight(count, most)} />
        ))}
      </svg>
      <div class="chosen" style={{ left: part(shown.from), right: `${100 - ((shown.to + 1 - range.from) / months) * 100}%` }} />
      {(["from", "to"] as const).map((handle) => (
        <div key={handle} class={"handle " + handle} role="slider" tabIndex={0} aria-label={handle === "from" ? "First month" : "Last month"}
          aria-valuemin={handle === "from" ? range.from : shown.from} aria-valuemax={handle === "from" ? shown.to : range.to}
          aria-valuenow={shown[handle]} aria-valuetext={dayText(monthText(shown[handle]))}
          style={{ left: part(handle === "from" ? shown.from : shown.to + 1) }} onPointerDown={grip(handle)} onKeyDown={keys(handle)} />
      ))}
      <Years range={range} />
    </div>
  );
}

/** One handle put on a month. */
const toMonth = (window: Window, handle: "from" | "to", month: number, range: Window): Window =>
  moveEnd(window, handle, month - window[handle], range);

/** Few months stay visible beside many. */
const barHeight = (count: number, most: number): number => 3 + 35 * Math.sqrt(count / most);

/** Marks of years, no more than there is room for. */
function Years({ range }: { range: Window }) {
  const first = Math.ceil(range.from / 12);
  const last = Math.floor(range.to / 12);
  const months = widthOf(range);
  const every = Math.ceil((last - first + 1) / 8);
  const years: number[] = [];
  for (let year = first; year <= last && (year * 12 - range.from) / months < 0.95; year += every) years.push(year);
  return (
    <div class="years" aria-hidden="true">
      {years.map((year) => <span key={year} style={{ left: `${((year * 12 - range.from) / months) * 100}%` }}>{year}</span>)}
    </div>
  );
}
