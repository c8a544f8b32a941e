// Storing something: once at a time, and what came of it.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { hindranceOf, type Hindrance } from "../parts/hindered";
import { forgetArticles } from "../records/article";

interface Storing<T> {
  start: () => void;
  busy: boolean;
  done?: T;
  hindrance?: Hindrance;
}

export function useStoring<T>(store: () => Promise<T>): Storing<T> {
  const [state, set] = useState<Omit<Storing<T>, "start">>({ busy: false });
  const start = () => {
    if (state.busy) return;
    set({ busy: true });
    store().then((done) => {
      forgetArticles(); // they may have other records now
      set({ busy: false, done });
    }, (error: unknown) => set({ busy: false, hindrance: hindranceOf(error) }));
  };
  return { ...state, start };
}

/** What was done. It takes the focus, since the button that did it is gone. */
export function Done({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return <div class="card buttons" role="status" tabIndex={-1} ref={place}>{children}</div>;
}
