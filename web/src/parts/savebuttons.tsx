import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { savePicture, type PictureType } from "./picture";

/** Buttons that save a picture, made by the function. */
export function SaveButtons({ save }: { save: (type: PictureType) => Promise<void> }) {
  const [state, set] = useState<"" | "busy" | "failed">("");
  const start = (type: PictureType) => () => {
    if (state === "busy") return;
    set("busy");
    save(type).then(() => set(""), () => set("failed"));
  };
  return (
    <span class="save">
      {(["svg", "png"] as const).map((type) => (
        <button key={type} type="button" class="quiet" aria-disabled={state === "busy"} onClick={start(type)}>Save {type.toUpperCase()}</button>
      ))}
      {state === "failed" && <small role="alert">The browser could not make the picture.</small>}
    </span>
  );
}

/** The same for a drawing that is on the page. */
export function SaveDrawing({ of, name, what }: { of: RefObject<SVGSVGElement | null>; name: string; what: string }) {
  return <SaveButtons save={async (type) => { if (of.current) await savePicture(of.current, name, type, what); }} />;
}
