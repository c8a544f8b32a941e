// The drawing in WebGL, by sigma. Places, shapes and kinds are attributes of
// the graph; what changes with the period and the pointer is state, which
// sigma writes to the graphics memory without building it anew.

import Graph from "graphology";
import Sigma from "sigma";
import { extremityArrow, extremityBar, layerDashed, layerFill, sdfCircle, sdfDiamond } from "sigma/rendering";
import { isStill } from "../parts/motion";
import { arc } from "./arc";
import { arrow, curvature, dashes } from "./geometry";
import { labelSize, type Side } from "./labels";
import type { EdgeKind } from "./network";
import { veil, type Palette } from "./palette";
import type { CameraState } from "sigma/types";
import type { Scene, SceneEdge, SceneNode, Stage, Tone } from "./scene";

/** What the pointer does. */
export interface Pointing {
  over: (edge: string | undefined, node: string | undefined) => void;
  edge: (key: string) => void;
  node: (key: string) => void;
  nothing: () => void;
  /** How many times larger than fitted it is seen now. */
  zoomed: (zoom: number) => void;
  /** Moving the drawing needs a key or two fingers; plain gestures move the page. */
  hint: (gesture: "wheel" | "touch") => void;
}

type NodeData = { x: number; y: number; name: string; tone: Tone };
type EdgeData = { kind: EdgeKind; loop: boolean };
type NodeLook = { radius: number; shade: number; side: Side | "" };
type EdgeLook = { width: number; shade: number };

const primitives = {
  nodes: { shapes: [sdfCircle(), sdfDiamond()], layers: [layerFill()], label: { margin: 4, font: { size: labelSize } } },
  edges: {
    paths: [arc()],
    extremities: [
      extremityArrow({ lengthRatio: arrow.length, widthRatio: arrow.width, margin: 1 }),
      extremityBar({ lengthRatio: arrow.barLength, widthRatio: arrow.barWidth, margin: 1 }),
    ],
    variables: { curvature: { type: "number", default: 0 }, dash: { type: "number", default: 0 }, gap: { type: "number", default: 0 } },
    layers: [layerDashed({ dashSize: { attribute: "dash", mode: "relative" }, gapSize: { attribute: "gap", mode: "relative" }, align: 0, solidExtremities: "head" })],
  },
} as const;

/** A dash longer than any line: solid. */
const endless = 2000;

/** Pixels that a key moves the drawing, and milliseconds that it takes. */
const step = 80;
const glide = 150;
/** Milliseconds until a frame is seen, from which on moving is no pleasure. */
const slowFrame = 160;
/** Fewer are drawn also where it takes long: they come and go visibly. */
const manyEdges = 500;
const range = { least: 0.05, most: 1.6 };

type Renderer = Sigma<NodeData, EdgeData, Record<string, never>, NodeLook, EdgeLook, object>;

export class Canvas {
  private readonly renderer: Renderer;
  private palette: Palette;
  private stage: Stage | undefined;
  private last: Pick<Scene, "nodes" | "edges"> | undefined;
  /** Keys of the edges that the graph has. */
  private present = "";

  /** Throws where the browser has no WebGL. */
  constructor(container: HTMLElement, palette: Palette, pointing: Pointing) {
    this.palette = palette;
    this.renderer = makeRenderer(container, () => this.palette);
    this.renderer._showGestureHint = pointing.hint; // its own would add a style sheet, which the policy of the page refuses
    this.listen(pointing);
    this.watchSpeed();
  }

  private listen(pointing: Pointing): void {
    const { renderer } = this;
    renderer.on("enterNode", ({ node }) => pointing.over(undefined, node));
    renderer.on("leaveNode", () => pointing.over(undefined, undefined));
    renderer.on("enterEdge", ({ edge }) => pointing.over(edge, undefined));
    renderer.on("leaveEdge", () => pointing.over(undefined, undefined));
    renderer.on("clickNode", ({ node }) => pointing.node(node));
    renderer.on("clickEdge", ({ edge }) => pointing.edge(edge));
    renderer.on("clickStage", () => pointing.nothing());
    let ratio = 1;
    renderer.getCamera().on("updated", (state) => {
      if (state.ratio === ratio) return;
      ratio = state.ratio;
      pointing.zoomed(1 / ratio);
    });
  }

  draw(scene: Scene): void {
    const edges = scene.edges.filter((edge) => edge.opacity > 0);
    const present = edges.map((edge) => edge.key).join("\n");
    // The graph has the edges of the period only: even those that are not seen would cost time in each frame.
    const isNew = scene.stage !== this.stage || present !== this.present;
    if (isNew) {
      if (scene.stage !== this.stage) this.renderer.resize(true);
      this.renderer.setGraph(graphOf(scene.nodes, edges));
      this.last = undefined;
    }
    const { last } = this;
    scene.nodes.forEach((node, i) => {
      if (!sameNode(node, last?.nodes[i])) this.renderer.setNodeState(node.key, { radius: node.radius, shade: node.opacity, side: node.side ?? "", isHighlighted: node.focus });
    });
    edges.forEach((edge, i) => {
      if (!sameEdge(edge, last?.edges[i])) this.renderer.setEdgeState(edge.key, { width: edge.width, shade: edge.opacity });
    });
    [this.stage, this.present, this.last] = [scene.stage, present, { nodes: scene.nodes, edges }];
  }

  /** Where frames take long, as without a graphics processor, lines are left out while the drawing moves. */
  private watchSpeed(): void {
    const { renderer } = this;
    let [start, slow] = [0, 0];
    renderer.on("beforeRender", () => { start = performance.now(); });
    renderer.on("afterRender", () => {
      if (slow >= 3 || renderer.getGraph().size < manyEdges) return;
      const began = start;
      // The second frame after this one comes when this one is on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (performance.now() - began > slowFrame && ++slow === 3) renderer.setSetting("hideEdgesOnMove", true);
      }));
    });
  }

  recolour(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.renderer.refresh({ schedule: true });
  }

  pan(right: number, down: number): void {
    const { width, height } = this.renderer.getDimensions();
    const to = this.renderer.viewportToFramedGraph({ x: width / 2 + right * step, y: height / 2 + down * step });
    this.move({ x: to.x, y: to.y });
  }

  /** @param factor how much larger; 0 shows all */
  zoom(factor: number): void {
    const camera = this.renderer.getCamera();
    if (factor === 0) this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    else this.move({ ratio: camera.getBoundedRatio(camera.getState().ratio / factor) });
  }

  private move(to: Partial<CameraState>): void {
    const camera = this.renderer.getCamera();
    if (isStill()) camera.setState(to);
    else void camera.animate(to, { duration: glide });
  }

  kill(): void {
    this.renderer.kill();
  }
}

function makeRenderer(container: HTMLElement, palette: () => Palette): Renderer {
  return new Sigma(new Graph<NodeData, EdgeData, Record<string, never>>(), container, {
    primitives,
    customNodeState: { radius: 4, shade: 1, side: "" } as NodeLook,
    customEdgeState: { width: 1, shade: 1 } as EdgeLook,
    settings: {
      autoRescale: false, stagePadding: 0, itemSizesReference: "screen", zoomToSizeRatioFunction: Math.sqrt, minEdgeThickness: 0.8,
      enableEdgeEvents: true, edgePickingPadding: 5, pickingDownSizingRatio: 4, nodePickingPadding: 3,
      enableCameraRotation: false, allowInvalidContainer: true /* without a size while it leaves the page */, gestureTarget: "shared", minCameraRatio: range.least, maxCameraRatio: range.most,
      inertiaDuration: isStill() ? 0 : 200,
    },
    styles: {
      nodes: {
        x: { attribute: "x" }, y: { attribute: "y" }, label: { attribute: "name" },
        shape: (data) => (data.tone === "issue" ? "diamond" : "circle"),
        size: (_, state) => state.radius,
        color: (data) => palette().nodes[data.tone],
        opacity: (_, state) => state.shade,
        labelVisibility: (_, state) => (state.side ? "visible" : "hidden"),
        labelPosition: (_, state) => state.side || "right",
        labelColor: () => palette().ink, labelSize, labelFont: palette().font,
        labelBackgroundColor: () => veil(palette().ground), labelBackgroundPadding: 1,
        depth: "nodes", cursor: "pointer",
      },
      edges: {
        path: "arc",
        size: (_, state) => 2 * state.width, // as of nodes, half of it is drawn
        color: (data) => palette().edges[data.kind],
        opacity: (_, state) => state.shade,
        head: (data) => (data.loop ? "none" : data.kind === "oppose" ? "bar" : "arrow"),
        curvature: (data) => curvature[data.kind],
        dash: (data) => dashes[data.kind][0] || endless,
        gap: (data) => dashes[data.kind][1] || 1,
        depth: "edges", cursor: "pointer",
      },
    },
  }) as unknown as Renderer;
}

function graphOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Graph<NodeData, EdgeData, Record<string, never>> {
  const graph = new Graph<NodeData, EdgeData, Record<string, never>>({ type: "directed", multi: true });
  // Sigma's y grows upwards.
  for (const { key, x, y, name, tone } of nodes) graph.addNode(key, { x, y: -y, name, tone });
  // The strongest last, on top of the others.
  for (const { key, source, target, kind } of [...edges].reverse()) graph.addEdgeWithKey(key, source, target, { kind, loop: source === target });
  return graph;
}

const sameNode = (a: SceneNode, b: SceneNode | undefined): boolean =>
  a.radius === b?.radius && a.opacity === b.opacity && a.side === b.side && a.focus === b.focus;

const sameEdge = (a: SceneEdge, b: SceneEdge | undefined): boolean => a.width === b?.width && a.opacity === b.opacity;
