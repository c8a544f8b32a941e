// An answer as lines between the actors of its rows.

import { useMemo, useRef } from "preact/hooks";
import { actorAddress, open } from "../address";
import type { Column, Row } from "../api/client";
import { useSize } from "../chart/size";
import { SaveDrawing } from "../parts/savebuttons";
import { Empty } from "../parts/state";
import { buildNetwork, strongest } from "../relations/network";
import { measure } from "../relations/palette";
import { Picture } from "../relations/picture";
import { makeScene, setStage } from "../relations/scene";
import { useArranged } from "../relations/use";
import { counted } from "../words";
import { edgesOf } from "./drawn";
import "../styles/relations.css";

/** More lines than these are no picture; the view of relations can show them. */
const most = 300;

export function AnswerGraph({ title, columns, rows }: { title: string; columns: Column[]; rows: Row[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(frame);
  const network = useMemo(() => buildNetwork(edgesOf(columns, rows)), [columns, rows]);
  const edges = useMemo(() => strongest(network.edges, new Set(), 1, most), [network]);
  const arranged = useArranged(network, edges, size && Math.round((size.width / size.height) * 4) / 4);
  const scene = useMemo(() => size && arranged && makeScene(
    setStage(arranged.network, arranged.edges, arranged.nodes, arranged.places, size.width, size.height), undefined, undefined, 1, measure,
  ), [size, arranged]);
  if (edges.length === 0) return <Empty>No row has an actor at both ends.</Empty>;
  const visit = (key: string) => key.startsWith("actor/") && open(actorAddress(key.slice("actor/".length)));
  return (
    <>
      <div ref={frame} class="answer-graph" role="img" aria-label={`${title}: ${counted(edges.length, "line")} between ${counted(network.nodes.size, "actor")}; the table has the same`}>
        {scene && <Picture scene={scene} of={svg} onNode={visit} />}
      </div>
      <p>
        {edges.length < network.edges.length && `The ${most} strongest of ${counted(network.edges.length, "line")}. `}
        <SaveDrawing of={svg} name="answer" what={title} />
      </p>
    </>
  );
}
