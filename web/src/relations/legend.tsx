// What lines and shapes mean; kinds can be switched off.

import { dashes, edgeShape } from "./geometry";
import type { EdgeKind } from "./network";
import type { Tone } from "./scene";

export const legendText: { kind: EdgeKind; text: string }[] = [
  { kind: "demand", text: "demands of" },
  { kind: "support", text: "supports" },
  { kind: "oppose", text: "opposes" },
];

interface Props {
  hidden: ReadonlySet<EdgeKind>;
  counts: Record<EdgeKind, number>;
  onToggle: (kind: EdgeKind) => void;
}

export function Legend({ hidden, counts, onToggle }: Props) {
  return (
    <div class="relations-legend" role="group" aria-label="Legend; kinds can be switched off">
      {legendText.map(({ kind, text }) => (
        <label key={kind} class={hidden.has(kind) ? "off" : undefined}>
          <input type="checkbox" checked={!hidden.has(kind)} onChange={() => onToggle(kind)} />
          <Sample kind={kind} /> {text} <small>{counts[kind].toLocaleString("en")}</small>
        </label>
      ))}
    </div>
  );
}

export function Sample({ kind }: { kind: EdgeKind }) {
  const shape = edgeShape({ x: 1, y: 11 }, { x: 38, y: 11 }, kind, 2.4, 0);
  const [dash, gap] = dashes[kind];
  return (
    <svg class="relations-picture" width="40" height="16" viewBox="0 2 40 16" aria-hidden="true">
      <g class={"edge " + kind}>
        <path class="line" d={shape.line} stroke-width="2.4" stroke-dasharray={dash ? `${dash * 2.4} ${gap * 2.4}` : undefined} />
        <path class="head" d={shape.head} />
      </g>
    </svg>
  );
}

/** What shapes and fillings of nodes mean. */
export function NodeLegend() {
  return (
    <p class="relations-nodes">
      <span><Mark tone="actor" /> actor</span>
      <span><Mark tone="unlinked" /> not in the catalogue</span>
      <span><Mark tone="issue" /> issue</span>
    </p>
  );
}

function Mark({ tone }: { tone: Tone }) {
  return (
    <svg class="relations-picture" width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
      <g class={"node " + tone}>{tone === "issue" ? <path d="M7,0L14,7L7,14L0,7Z" /> : <circle cx="7" cy="7" r="6" />}</g>
    </svg>
  );
}
