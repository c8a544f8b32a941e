// Drawing, period, legend and list around one set of edges.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { change, toggled } from "../address";
import { useSize } from "../chart/size";
import { useRested } from "../parts/rested";
import { SaveWanted } from "../parts/savewanted";
import { counted } from "../words";
import { Drawing } from "./drawing";
import { Legend, NodeLegend } from "./legend";
import { RelationList, rowId } from "./list";
import { countedIn, histogram, sentence, tallies, type Counted, type EdgeKind, type NetEdge, type Network, type Window } from "./network";
import { measure, usePalette } from "./palette";
import { EdgePanel, NodePanel, tallyText } from "./panel";
import { Period, periodText } from "./period";
import { Picture } from "./picture";
import { makeScene, near, setStage, type Scene } from "./scene";
import { selectEdge, selectNode, windowChange, type Settings } from "./settings";
import { useArranged } from "./use";

interface Props {
  network: Network;
  edges: readonly NetEdge[];
  settings: Settings;
  params: Readonly<Record<string, string>>;
}

/** What the pointer or the focus is on. */
interface Over {
  edge?: string | undefined;
  node?: string | undefined;
}

export function Graph({ network, edges, settings, params }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const palette = usePalette();
  const [moving, setMoving] = useState<{ window: Window | undefined }>();
  const [over, setOver] = useState<Over>({});
  const [zoom, setZoom] = useState(1);
  const seenZoom = useRested(zoom, 120);
  const aspect = size && Math.min(Math.max(size.width / size.height, 0.7), 1.9);
  const arranged = useArranged(network, edges, aspect && Math.round(aspect * 5) / 5);
  const window = moving ? moving.window : settings.window;
  const stage = useMemo(
    () => arranged && size && setStage(arranged.network, arranged.edges, arranged.nodes, arranged.places, size.width, size.height),
    [arranged, size],
  );
  const edge = over.edge ?? (over.node ? undefined : settings.edge);
  const node = over.node ?? (over.edge ? undefined : settings.node);
  const scene = useMemo(
    () => stage && makeScene(stage, window, near(stage.edges, window, edge, node), seenZoom, measure),
    [stage, window?.from, window?.to, edge, node, seenZoom],
  );
  const hidden = [...settings.hidden].join();
  const bars = useMemo(
    () => (network.range ? histogram(network.edges.filter((e) => !settings.hidden.has(e.kind)), network.range) : []),
    [network, hidden],
  );
  // Not of the scene, which waits for places: what there is can be read before it is drawn.
  const rows = useMemo(() => countedIn(edges, window), [edges, window?.from, window?.to]);
  const onWindow = (next: Window | undefined, done: boolean) => {
    setMoving(done ? undefined : { window: next });
    if (done) change(windowChange(next));
  };
  const what = scene ? summary(scene, rows, window ?? network.range) : "Relations";
  return (
    <div class="relations-board">
      <div class="left">
        <div class="bar">
          <Legend hidden={settings.hidden} counts={kindCounts(network)} onToggle={(kind) => change({ hide: toggled(params.hide, kind) })} />
          {scene && <SaveWanted name="relations" what={what.split(". ")[0] ?? what}>{(of) => <Picture of={of} scene={scene} legend />}</SaveWanted>}
        </div>
        <div class="frame" ref={box}>
          {scene
            ? <Drawing scene={scene} palette={palette} label={what} caption={captionOf(scene, over)} over={(e, n) => setOver({ edge: e, node: n })}
                edge={(key) => change(selectEdge(key))} node={(key) => change(selectNode(key))} nothing={() => change(selectEdge(undefined))} zoomed={setZoom} />
            : <p class="busy" role="status">Arranging {counted(edges.length, "relation")}…</p>}
          <NodeLegend />
          {scene && rows.length === 0 && (
            <p class="none">Nothing in this period. <button type="button" class="link" onClick={() => onWindow(undefined, true)}>Whole time</button></p>
          )}
        </div>
        {network.range && (
          <Period range={network.range} bars={bars} window={window} speed={settings.speed} undated={network.undated}
            onWindow={onWindow} onSpeed={(speed) => change({ speed })} />
        )}
      </div>
      <Side network={network} edges={edges} rows={rows} settings={settings} window={window} params={params} onOver={(key) => setOver({ edge: key })} />
    </div>
  );
}

interface SideProps {
  network: Network;
  /** Those that are drawn, and of them those of the period. */
  edges: readonly NetEdge[];
  rows: readonly Counted[];
  settings: Settings;
  window: Window | undefined;
  params: Readonly<Record<string, string>>;
  onOver: (key: string | undefined) => void;
}

/** The selection, or all relations in words. */
function Side({ network, edges, rows, settings, window, params, onOver }: SideProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const edge = settings.edge ? network.edges.find((e) => e.key === settings.edge) : undefined;
  const node = settings.node ? network.nodes.get(settings.node) : undefined;
  const selected = edge?.key ?? node?.key;
  const counts = useMemo(() => (node ? tallies(edges, window) : undefined), [edges, window?.from, window?.to, node]);
  const before = useRef(selected);
  useEffect(() => {
    // The focus follows what was selected, and comes back to it.
    if (before.current === selected) return;
    const row = before.current && !selected ? document.getElementById(rowId(before.current)) : null;
    before.current = selected;
    onOver(undefined);
    (row ?? heading.current)?.focus({ preventScroll: !selected });
    // Below the drawing, on narrow screens, more than the heading is to be seen.
    const { top = 0 } = heading.current?.getBoundingClientRect() ?? {};
    if (selected && top > innerHeight / 2) heading.current?.scrollIntoView({ block: "center" });
  }, [selected]);
  const close = () => change(selectEdge(undefined));
  return (
    <section class="side" aria-labelledby="relations-side" onKeyDown={(e) => { if (e.key === "Escape" && selected) close(); }}>
      {selected && <button type="button" class="link back" onClick={close}>← All relations</button>}
      <h2 id="relations-side" ref={heading} tabIndex={-1}>
        {edge ? sentence(network, edge) : node ? node.name : counted(rows.length, "relation")}
      </h2>
      {!selected && <p class="note">{listNote(edges.length, network, settings, window)}</p>}
      {edge && <EdgePanel key={edge.key} network={network} edge={edge} window={window && settings.window} params={params} />}
      {node && <NodePanel network={network} node={node} tally={counts?.get(node.key)} edges={rows} onEdge={(key) => change(selectEdge(key))} onOver={onOver} />}
      {!selected && <RelationList network={network} edges={rows} onSelect={(key) => change(selectEdge(key))} onOver={onOver} />}
    </section>
  );
}

function listNote(drawn: number, network: Network, settings: Settings, window: Window | undefined): string {
  const all = network.edges.filter((edge) => !settings.hidden.has(edge.kind)).length;
  const left = drawn < all ? `Drawn are the ${drawn.toLocaleString("en")} strongest of ${all.toLocaleString("en")}.` : "";
  return [window ? "In this period, the most frequent first." : "The most frequent first.", left].filter(Boolean).join(" ");
}

function kindCounts(network: Network): Record<EdgeKind, number> {
  const counts: Record<EdgeKind, number> = { demand: 0, support: 0, oppose: 0 };
  for (const edge of network.edges) counts[edge.kind] += edge.total;
  return counts;
}

function captionOf(scene: Scene, over: Over): string | undefined {
  const { network } = scene.stage;
  const index = over.edge ? scene.stage.edges.findIndex((e) => e.key === over.edge) : -1;
  const edge = scene.stage.edges[index];
  if (edge) return `${sentence(network, edge)}: ${scene.edges[index]?.count.toLocaleString("en")}`;
  const node = over.node ? network.nodes.get(over.node) : undefined;
  if (!node) return undefined;
  const tally = scene.tallies.get(node.key);
  return `${node.name}: ${node.what === "issue" ? counted(tally?.positions ?? 0, "position") : tallyText(tally)}`;
}

function summary(scene: Scene, rows: readonly Counted[], window: Window | undefined): string {
  const { network } = scene.stage;
  const seen = new Set(rows.flatMap(({ edge }) => [edge.source, edge.target]));
  const issues = [...seen].filter((key) => network.nodes.get(key)?.what === "issue").length;
  const top = rows.slice(0, 3).map(({ edge, count }) => `${sentence(network, edge)}, ${count}`);
  const most = top.length > 0 ? ` Most frequent: ${top.join("; ")}.` : "";
  return `Relations of ${counted(seen.size - issues, "actor")} and ${counted(issues, "issue")}${window ? ", " + periodText(window) : ""}.${most}`;
}
