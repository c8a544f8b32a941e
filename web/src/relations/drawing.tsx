// The drawing with its keys and buttons: in WebGL, or as SVG without moving.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Canvas, Pointing } from "./canvas";
import { type Palette } from "./palette";
import { Picture } from "./picture";
import type { Scene } from "./scene";

interface Props extends Pick<Pointing, "over" | "edge" | "node" | "nothing" | "zoomed"> {
  scene: Scene;
  palette: Palette;
  /** What is shown, in a sentence. */
  label: string;
  /** What the pointer is on. */
  caption: string | undefined;
}

/** How the drawing is made: not known yet, by WebGL, or as SVG. */
type Way = "unknown" | "canvas" | "picture";

const moves: Record<string, (canvas: Canvas) => void> = {
  ArrowLeft: (c) => c.pan(-1, 0),
  ArrowRight: (c) => c.pan(1, 0),
  ArrowUp: (c) => c.pan(0, -1),
  ArrowDown: (c) => c.pan(0, 1),
  "+": (c) => c.zoom(1.3),
  "=": (c) => c.zoom(1.3),
  "-": (c) => c.zoom(1 / 1.3),
  "0": (c) => c.zoom(0),
};

export function Drawing({ scene, palette, label, caption, ...pointing }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas | undefined>(undefined);
  const [way, setWay] = useState<Way>("unknown");
  const [hint, setHint] = useState("");
  const latest = useRef({ pointing, scene, palette });
  latest.current = { pointing, scene, palette };

  useEffect(() => {
    let here = true;
    const act: Pointing = {
      over: (edge, node) => latest.current.pointing.over(edge, node),
      edge: (key) => latest.current.pointing.edge(key),
      node: (key) => latest.current.pointing.node(key),
      nothing: () => latest.current.pointing.nothing(),
      zoomed: (zoom) => latest.current.pointing.zoomed(zoom),
      hint: (gesture) => setHint(gesture === "wheel" ? "Ctrl and wheel zoom the drawing" : "Two fingers move the drawing"),
    };
    const start = async () => {
      const { Canvas } = await import("./canvas");
      if (!here || !box.current) return;
      canvas.current = new Canvas(box.current, latest.current.palette, act);
      canvas.current.draw(latest.current.scene);
      setWay("canvas");
    };
    start().catch(() => here && setWay("picture")); // no WebGL, or the browser took it away
    return () => { here = false; canvas.current?.kill(); canvas.current = undefined; };
  }, []);
  useEffect(() => canvas.current?.draw(scene), [scene]);
  useEffect(() => canvas.current?.recolour(palette), [palette]);
  useEffect(() => {
    if (!hint) return;
    const timer = setTimeout(() => setHint(""), 1600);
    return () => clearTimeout(timer);
  }, [hint]);

  const press = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move || !canvas.current || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(canvas.current);
  };
  return (
    <div class="relations-drawing">
      <div class="surface" role="img" aria-label={label} aria-describedby="relations-keys" tabIndex={0} onKeyDown={press}>
        <div class="canvas" ref={box} hidden={way === "picture"} />
        {way === "picture" && <Picture scene={scene} onEdge={pointing.edge} onNode={pointing.node} onOver={pointing.over} />}
      </div>
      {way === "unknown" && <p class="busy" role="status">Drawing…</p>}
      {way === "canvas" && (
        <div class="zoom" role="group" aria-label="Zoom">
          <button type="button" class="quiet" aria-label="Zoom in" title="Zoom in ( + )" onClick={() => canvas.current?.zoom(1.3)}>+</button>
          <button type="button" class="quiet" aria-label="Zoom out" title="Zoom out ( - )" onClick={() => canvas.current?.zoom(1 / 1.3)}>−</button>
          <button type="button" class="quiet fit" title="Show all ( 0 )" onClick={() => canvas.current?.zoom(0)}>Fit</button>
        </div>
      )}
      <p id="relations-keys" class="hidden">
        {way === "picture" ? "A still picture, since the browser offers no WebGL." : "Arrow keys move the drawing, plus and minus zoom, zero shows all."} The list of relations has the same in words.
      </p>
      <p class="caption" aria-hidden="true">{hint || caption}</p>
    </div>
  );
}
