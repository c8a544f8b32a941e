// A view whose code is loaded when it is opened.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ViewProps } from "../app";
import { Failure } from "./state";

type View = ComponentType<ViewProps>;

/** What was loaded stays, so that going back shows it at once. */
const loaded = new Map<() => Promise<View>, View>();

/** @param title the heading where the code cannot be had */
export function Later({ load, title, address }: { load: () => Promise<View>; title: string } & ViewProps) {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState(false);
  const Shown = loaded.get(load);
  useEffect(() => {
    if (loaded.has(load)) return;
    load().then((view) => {
      loaded.set(load, view);
      redraw((n) => n + 1);
    }, () => setFailed(true));
  }, [load]);
  if (Shown) return <Shown address={address} />;
  if (!failed) return null;
  return (
    <>
      <h1>{title}</h1>
      <Failure error={new Error("This part of the explorer cannot be loaded. If the server was renewed, load the page again.")} />
    </>
  );
}
