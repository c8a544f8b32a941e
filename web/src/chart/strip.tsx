// The whole time in small, with the chosen period marked. Its ends are sliders.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dayText } from "../words";
import { isAll, moveEnd, placeAt, shift, stepOf, type Window } from "./brush";
import { ticks } from "./periods";
import { useSize } from "./size";

interface StripProps {
  label: string;
  periods: readonly string[];
  totals: readonly number[];
  /** What is chosen; undefined for all. */
  window: Window | undefined;
  /** Called with undefined when all is chosen. */
  onChange: (window: Window | undefined) => void;
}

const height = 44;
/** How long a key may rest before the rest of the page follows, in milliseconds. */
const rest = 250;

/** What the pointer holds, and where it was. */
interface Grip {
  readonly part: "from" | "to" | "window";
  readonly at: number;
  readonly before: Window;
}

export function Strip({ label, periods, totals, window, onChange }: StripProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSize(frame)?.width ?? 800;
  const count = periods.length;
  const all: Window = { from: 0, to: count - 1 };
  const [draft, setDraft] = useState<Window>();
  const grip = useRef<Grip | undefined>(undefined);
  const timer = useRef(0);
  useEffect(() => setDraft(undefined), [window?.from, window?.to, count]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const now = draft ?? window ?? all;
  const settle = (to: Window) => onChange(isAll(to, all) ? undefined : to);
  const placeOf = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    return box ? placeAt(event.clientX - box.left, box.width, count) : 0;
  };
  const hold = (part: Grip["part"]) => (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { part, at: placeOf(event), before: now };
  };
  const drag = (event: PointerEvent) => {
    const held = grip.current;
    if (!held) return;
    const by = placeOf(event) - held.at;
    setDraft(held.part === "window" ? shift(held.before, by, all) : moveEnd(held.before, held.part, by, all));
  };
  const release = () => {
    if (grip.current && draft) settle(draft);
    grip.current = undefined;
  };
  const onKey = (end: "from" | "to") => (event: KeyboardEvent) => {
    const step = stepOf(event.key, count);
    if (step === undefined) return;
    event.preventDefault();
    const to = moveEnd(now, end, step, all);
    setDraft(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, rest, to) as unknown as number;
  };
  const percent = (place: number) => `${(place / count) * 100}%`;
  const held = { onPointerMove: drag, onPointerUp: release, onPointerCancel: release };
  return (
    <div class="strip" role="group" aria-label={label}>
      <div ref={frame} class="strip-frame">
        <Outline width={width} periods={periods} totals={totals} />
        <div class="veil" style={{ left: 0, width: percent(now.from) }} />
        <div class="veil" style={{ left: percent(now.to + 1), right: 0 }} />
        <div class={"strip-window" + (isAll(now, all) ? " all" : "")} style={{ left: percent(now.from), width: percent(now.to - now.from + 1) }}
          onPointerDown={hold("window")} {...held} />
        {(["from", "to"] as const).map((end) => (
          <div key={end} class={"handle " + end} role="slider" tabIndex={0} aria-orientation="horizontal"
            aria-label={end === "from" ? "First period shown" : "Last period shown"}
            aria-valuemin={0} aria-valuemax={count - 1} aria-valuenow={now[end]} aria-valuetext={dayText(periods[now[end]])}
            style={{ left: percent(now[end] + (end === "to" ? 1 : 0)) }}
            onKeyDown={onKey(end)} onPointerDown={hold(end)} {...held} />
        ))}
      </div>
    </div>
  );
}

/** All counts as a silhouette. */
function Outline({ width, periods, totals }: { width: number; periods: readonly string[]; totals: readonly number[] }) {
  return useMemo(() => {
    const most = Math.max(1, ...totals);
    const slot = width / Math.max(periods.length, 1);
    // A root lets single records be seen beside months with hundreds.
    const y = (n: number) => height - Math.sqrt(n / most) * (height - 4);
    const path = totals.map((n, i) => (n > 0 ? `M${(slot * i).toFixed(1)} ${height}V${y(n).toFixed(1)}h${Math.max(slot - (slot > 3 ? 1 : 0), 1).toFixed(1)}V${height}z` : "")).join("");
    return (
      <svg width={width} height={height + 18} aria-hidden="true">
        <path class="silhouette" d={path} />
        <line class="zero" x1={0} x2={width} y1={height} y2={height} />
        {ticks(periods, width).map(({ at, label }) => (
          <text key={at} class={"tick" + (slot * at > width - 36 ? " last" : "")} x={slot * at > width - 36 ? width : slot * at + 2} y={height + 14}>{label}</text>
        ))}
      </svg>
    );
  }, [width, periods, totals]);
}
