// The scene as SVG: the drawing where there is no WebGL, and the picture that
// is saved.

import type { RefObject } from "preact";
import { dashes, edgeShape, loopShape } from "./geometry";
import { labelBox, labelSize } from "./labels";
import type { EdgeKind } from "./network";
import type { Scene, SceneEdge, SceneNode } from "./scene";
import { legendText } from "./legend";

interface Props {
  scene: Scene;
  of?: RefObject<SVGSVGElement | null>;
  /** A picture for elsewhere says itself what its lines mean. */
  legend?: boolean;
  onEdge?: (key: string) => void;
  onNode?: (key: string) => void;
  onOver?: (edge: string | undefined, node: string | undefined) => void;
}

const legendHeight = 30;

export function Picture({ scene, of, legend, onEdge, onNode, onOver }: Props) {
  const { width, height } = scene.stage;
  const byKey = new Map(scene.nodes.map((node) => [node.key, node]));
  const below = legend ? legendHeight : 0;
  return (
    <svg {...(of && { ref: of })} class="relations-picture" width={width} height={height + below} viewBox={`${-width / 2} ${-height / 2} ${width} ${height + below}`} aria-hidden="true">
      <g>
        {[...scene.edges].reverse().map((edge) => edge.opacity > 0 && (
          <EdgeMark key={edge.key} edge={edge} source={byKey.get(edge.source)} target={byKey.get(edge.target)}
            onClick={onEdge && (() => onEdge(edge.key))} onOver={onOver && ((over) => onOver(over ? edge.key : undefined, undefined))} />
        ))}
      </g>
      <g>
        {scene.nodes.map((node) => (
          <g key={node.key} class={"node " + node.tone} opacity={node.opacity} onClick={onNode && (() => onNode(node.key))}
            onPointerEnter={onOver && (() => onOver(undefined, node.key))} onPointerLeave={onOver && (() => onOver(undefined, undefined))}>
            <NodeShape node={node} />
          </g>
        ))}
      </g>
      <g class="names">{scene.nodes.map((node) => node.side && node.opacity === 1 && <Name key={node.key} node={node} />)}</g>
      {legend && <Legend left={-width / 2 + 10} top={height / 2 + 18} />}
    </svg>
  );
}

function EdgeMark({ edge, source, target, onClick, onOver }: {
  edge: SceneEdge; source: SceneNode | undefined; target: SceneNode | undefined;
  onClick: (() => void) | undefined; onOver: ((over: boolean) => void) | undefined;
}) {
  if (!source || !target) return null;
  const shape = source === target ? loopShape(source, source.radius) : edgeShape(source, target, edge.kind, edge.width, target.radius);
  return (
    <g class={"edge " + edge.kind} opacity={edge.opacity} onClick={onClick}
      onPointerEnter={onOver && (() => onOver(true))} onPointerLeave={onOver && (() => onOver(false))}>
      {onClick && <path class="reach" d={shape.line} />}
      <path class="line" d={shape.line} stroke-width={edge.width} stroke-dasharray={dashesOf(edge.kind, edge.width)} />
      {shape.head && <path class="head" d={shape.head} />}
    </g>
  );
}

function dashesOf(kind: EdgeKind, width: number): string | undefined {
  const [dash, gap] = dashes[kind];
  return dash ? `${dash * width} ${gap * width}` : undefined;
}

function NodeShape({ node: { tone, x, y, radius: r } }: { node: SceneNode }) {
  return tone === "issue" ? <path d={`M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}Z`} /> : <circle cx={x} cy={y} r={r} />;
}

function Name({ node }: { node: SceneNode }) {
  const side = node.side ?? "right";
  const box = labelBox(node, side, 0);
  const anchor = side === "right" ? "start" : side === "left" ? "end" : "middle";
  const place = { x: side === "right" ? box.left : side === "left" ? box.right : node.x, y: (box.top + box.bottom) / 2, "font-size": labelSize };
  return (
    <>
      <text class="halo" {...place} text-anchor={anchor} dominant-baseline="central">{node.name}</text>
      <text {...place} text-anchor={anchor} dominant-baseline="central">{node.name}</text>
    </>
  );
}

function Legend({ left, top }: { left: number; top: number }) {
  let x = left;
  return (
    <g class="names">
      {legendText.map(({ kind, text }) => {
        const from = x;
        x += 76 + text.length * 6.6;
        const shape = edgeShape({ x: from, y: top }, { x: from + 44, y: top }, kind, 2.2, 0);
        return (
          <g key={kind}>
            <g class={"edge " + kind}>
              <path class="line" d={shape.line} stroke-width={2.2} stroke-dasharray={dashesOf(kind, 2.2)} />
              <path class="head" d={shape.head} />
            </g>
            <text x={from + 52} y={top} dominant-baseline="central" font-size={12}>{text}</text>
          </g>
        );
      })}
    </g>
  );
}
