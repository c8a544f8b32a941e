// An answer as a chart of its rows over time.

import { useMemo, useRef } from "preact/hooks";
import { change, listed, toggled } from "../address";
import type { Column, Row } from "../api/client";
import { periodsOf } from "../chart/periods";
import { ranking, seriesOf } from "../chart/stack";
import { StackedChart } from "../chart/stackedchart";
import { SaveDrawing } from "../parts/savebuttons";
import { Empty } from "../parts/state";
import { activityOf, unitOfRows } from "./drawn";
import { hideSetting } from "./question";

/** A period chosen in the chart becomes the question's, where it takes one. */
export function AnswerChart({ title, columns, rows, hide }: { title: string; columns: Column[]; rows: Row[]; hide: string | undefined }) {
  const svg = useRef<SVGSVGElement>(null);
  const hidden = useMemo(() => new Set(listed(hide)), [hide]);
  const drawn = useMemo(() => {
    const activity = activityOf(columns, rows);
    if (!activity) return undefined;
    const unit = unitOfRows(activity.rows);
    const periods = periodsOf(activity.range, unit);
    return { unit, periods, series: seriesOf(activity.rows, periods, ranking(activity.rows).map((r) => r.actor.id)) };
  }, [columns, rows]);
  if (!drawn) return <Empty>No row has a day, so there is nothing to draw over time.</Empty>;
  return (
    <>
      <StackedChart svg={svg} title={title} noun={["row", "rows"]} unit={`per ${drawn.unit}`} periods={drawn.periods} series={drawn.series}
        hidden={hidden} onToggle={(key) => change({ [hideSetting]: toggled(hide, key) })} onSelect={(since, until) => change({ since, until })} onReset={() => change({ since: "", until: "" })} />
      <SaveDrawing of={svg} name="answer" what={title} />
    </>
  );
}
