import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { savePicture, type PictureType } from "./picture";
import { SaveButtons } from "./savebuttons";

interface Props {
  name: string;
  what: string;
  /** The drawing, which must set the reference. */
  children: (of: RefObject<SVGSVGElement | null>) => ComponentChildren;
}

/** Buttons that save a drawing which is not on the page. It is made only when it is wanted: it may have thousands of lines. */
export function SaveWanted({ name, what, children }: Props) {
  const [wanted, setWanted] = useState<() => Promise<void>>();
  const picture = useRef<SVGSVGElement>(null);
  useEffect(() => { void wanted?.(); }, [wanted]);
  const save = (type: PictureType) => new Promise<void>((done, failed) => {
    const now = async () => {
      if (picture.current) await savePicture(picture.current, name, type, what);
    };
    setWanted(() => () => now().then(done, failed).finally(() => setWanted(undefined)));
  });
  return (
    <>
      <SaveButtons save={save} />
      {wanted && <span class="hidden">{children(picture)}</span>}
    </>
  );
}
