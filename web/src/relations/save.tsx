import { useEffect, useRef, useState } from "preact/hooks";
import { savePicture } from "../parts/picture";
import { Picture } from "./picture";
import type { Scene } from "./scene";

/** Buttons that save the scene. The picture is made only when it is wanted: it may have thousands of lines. */
export function SavePicture({ scene, what }: { scene: Scene; what: string }) {
  const [wanted, setWanted] = useState<"svg" | "png">();
  const picture = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (!wanted || !picture.current) return;
    void savePicture(picture.current, "relations", wanted, what.split(". ")[0] ?? what).finally(() => setWanted(undefined));
  }, [wanted]);
  return (
    <span class="save">
      <button type="button" class="quiet" disabled={!!wanted} onClick={() => setWanted("svg")}>Save SVG</button>
      <button type="button" class="quiet" disabled={!!wanted} onClick={() => setWanted("png")}>Save PNG</button>
      {wanted && <span class="hidden"><Picture of={picture} scene={scene} legend /></span>}
    </span>
  );
}
