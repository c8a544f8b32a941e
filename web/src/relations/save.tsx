import { useEffect, useRef, useState } from "preact/hooks";
import { savePicture, type PictureType } from "../parts/picture";
import { SaveButtons } from "../parts/savebuttons";
import { Picture } from "./picture";
import type { Scene } from "./scene";

/** Buttons that save the scene. The picture is made only when it is wanted: it may have thousands of lines. */
export function SavePicture({ scene, what }: { scene: Scene; what: string }) {
  const [wanted, setWanted] = useState<() => Promise<void>>();
  const picture = useRef<SVGSVGElement>(null);
  useEffect(() => { void wanted?.(); }, [wanted]);
  const save = (type: PictureType) => new Promise<void>((done, failed) => {
    const now = async () => {
      if (picture.current) await savePicture(picture.current, "relations", type, what.split(". ")[0] ?? what);
    };
    setWanted(() => () => now().then(done, failed).finally(() => setWanted(undefined)));
  });
  return (
    <>
      <SaveButtons save={save} />
      {wanted && <span class="hidden"><Picture of={picture} scene={scene} legend /></span>}
    </>
  );
}
