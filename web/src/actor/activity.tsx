import { useMemo, useRef } from "preact/hooks";
import { change } from "../address";
import type { Params } from "../api/client";
import type { ActivityRow } from "../api/rows";
import { useAnswer } from "../api/use";
import { rangeText } from "../chart/periods";
import { StackedChart } from "../chart/stackedchart";
import { toYears, totals, type Series } from "../chart/stack";
import { frameOf, rowLimit } from "../overview/activity";
import { SaveButtons } from "../parts/savebuttons";
import { Await, Empty } from "../parts/state";

/** What an actor does and what is asked of it, with the question that counts it. */
const parts = [
  { key: "made", name: "demands made", colour: "demand", kind: "demand", side: "by" },
  { key: "received", name: "demands received", colour: "received", kind: "demand", side: "of" },
  { key: "said", name: "statements", colour: "statement", kind: "statement", side: "by" },
] as const;

interface ActivityProps {
  id: string;
  name: string;
  conditions: Params;
  /** Series left out, as in the address. */
  hide: string | undefined;
}

export function Activity({ id, name, conditions, hide }: ActivityProps) {
  const question = (part: (typeof parts)[number], unit?: string): Params =>
    ({ kind: part.kind, side: part.side, actor: id, ...conditions, limit: rowLimit, unit });
  const [made, received, said] = parts.map((part) => useAnswer<ActivityRow>("activity", question(part)));
  const rows = [made, received, said].map((a) => a?.data?.rows);
  const { since, until } = conditions as { since?: string; until?: string };
  const frame = useMemo(() => (rows.every(Boolean) ? frameOf(rows.flatMap((r) => r ?? []), since, until) : undefined), [...rows, since, until]);
  // Few weeks are drawn by days, for which the months must be asked again.
  const days = parts.map((part) => useAnswer<ActivityRow>("activity", frame?.unit === "day" ? question(part, "day") : undefined));
  const shown = frame?.unit === "day" ? days.map((a) => a.data?.rows) : rows;
  const series = useMemo(() => (frame ? parts.map((part, i): Series => {
    const own = shown[i] ?? [];
    const counts = totals(frame.unit === "year" ? toYears(own) : own, frame.periods);
    return { key: part.key, name: part.name, colour: part.colour, counts, total: counts.reduce((a, b) => a + b, 0) };
  }) : []), [frame, ...shown]);
  const svg = useRef<SVGSVGElement>(null);
  const hidden = useMemo(() => new Set((hide ?? "").split(",").filter(Boolean)), [hide]);
  const failed = [made, received, said, ...days].find((a) => a?.error);
  if (failed) return <Await of={failed}>{() => null}</Await>;
  if (!rows.every(Boolean)) return <p class="busy" role="status">Loading activity…</p>;
  if (!frame) return <Empty>Nothing with a day in this period.</Empty>;
  const title = `${name}, ${rangeText(frame.range.since, frame.range.until)}: demands and statements`;
  const toggle = (key: string) => {
    const keys = new Set(hidden);
    if (!keys.delete(key)) keys.add(key);
    change({ hide: [...keys].join(",") });
  };
  return (
    <div class="card">
      <StackedChart svg={svg} title={title} noun={["record", "records"]} unit={`per ${frame.unit}`} periods={frame.periods} series={series}
        hidden={hidden} onToggle={toggle} onSelect={(from, to) => change({ since: from, until: to })} onReset={() => change({ since: "", until: "" })} />
      <p class="pictures"><SaveButtons of={svg} name={`activity-of-${id.replace(/[^a-z0-9]+/g, "-")}`} what={title} /></p>
    </div>
  );
}
