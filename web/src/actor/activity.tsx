import { useMemo, useRef } from "preact/hooks";
import { change, listed, toggled } from "../address";
import type { Answer, Params } from "../api/client";
import type { ActivityRow } from "../api/rows";
import { useAnswer, useKept, type Loaded } from "../api/use";
import { rangeText } from "../chart/periods";
import { StackedChart } from "../chart/stackedchart";
import { toYears, totals, type Series } from "../chart/stack";
import { frameOf, rowLimit, type Frame } from "../overview/activity";
import { fileName } from "../parts/picture";
import { SaveDrawing } from "../parts/savebuttons";
import { Empty, Failure } from "../parts/state";

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
  const byMonth = parts.map((part) => useAnswer<ActivityRow>("activity", question(part)));
  const { since, until } = conditions as { since?: string; until?: string };
  const months = rowsOf(byMonth);
  const frame = useMemo(() => months && frameOf(months.flat(), since, until), [...(months ?? parts), since, until]);
  // Few weeks are drawn by days, for which the months must be asked again.
  const isByDay = frame?.unit === "day";
  const byDay = parts.map((part) => useAnswer<ActivityRow>("activity", isByDay ? question(part, "day") : undefined));
  const rows = isByDay ? rowsOf(byDay) : months;
  // Until the counts of a period have come, all stays as it was before.
  const shown = useKept(useMemo(() => rows && { frame, series: frame && seriesOf(rows, frame) }, [frame, ...(rows ?? parts)]));
  const svg = useRef<SVGSVGElement>(null);
  const hidden = useMemo(() => new Set(listed(hide)), [hide]);
  const error = [...byMonth, ...byDay].find((a) => a.error)?.error;
  if (error) return <Failure error={error} />;
  if (!shown) return <p class="busy" role="status">Loading activity…</p>;
  if (!shown.frame || !shown.series) return <Empty>Nothing with a day in this period.</Empty>;
  const title = `${name}, ${rangeText(shown.frame.range.since, shown.frame.range.until)}: demands and statements`;
  return (
    <div class={rows ? "card" : "card stale"} aria-busy={!rows}>
      <StackedChart svg={svg} title={title} noun={["record", "records"]} unit={`per ${shown.frame.unit}`} periods={shown.frame.periods} series={shown.series}
        hidden={hidden} onToggle={(key) => change({ hide: toggled(hide, key) })} onSelect={(from, to) => change({ since: from, until: to })} onReset={() => change({ since: "", until: "" })} />
      <p class="pictures"><SaveDrawing of={svg} name={fileName("activity", id)} what={title} /></p>
    </div>
  );
}

/** The rows of all answers, once all are there. */
function rowsOf(answers: readonly Loaded<Answer<ActivityRow>>[]): ActivityRow[][] | undefined {
  return answers.every((a) => a.data && !a.busy) ? answers.map((a) => a.data?.rows ?? []) : undefined;
}

function seriesOf(rows: readonly ActivityRow[][], { unit, periods }: Frame): Series[] {
  return parts.map(({ key, name, colour }, i) => {
    const own = rows[i] ?? [];
    const counts = totals(unit === "year" ? toYears(own) : own, periods);
    return { key, name, colour, counts, total: counts.reduce((a, b) => a + b, 0) };
  });
}
