import type { RefObject } from "preact";
import { savePicture } from "./picture";

/** Buttons that save the drawing in the element. */
export function SaveButtons({ of, name, what }: { of: RefObject<SVGSVGElement | null>; name: string; what: string }) {
  const save = (type: "svg" | "png") => () => { if (of.current) void savePicture(of.current, name, type, what); };
  return (
    <span class="save">
      <button type="button" class="quiet" onClick={save("svg")}>Save SVG</button>
      <button type="button" class="quiet" onClick={save("png")}>Save PNG</button>
    </span>
  );
}
