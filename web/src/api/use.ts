// What a component waits for.

import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Answer, type Params, type Row } from "./client";

/** What is known of something that was asked for. */
export interface Loaded<T> {
  /** The last answer; it stays while the next is awaited, so that a page does not flicker. */
  data?: T;
  error?: Error;
  busy: boolean;
}

/**
 * Calls load again whenever key changes; an undefined key asks nothing. What is
 * no longer wanted is given up.
 */
export function useLoaded<T>(key: string | undefined, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, set] = useState<Loaded<T> & { key?: string | undefined }>({ busy: key !== undefined });
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === undefined) {
      set({ busy: false });
      return;
    }
    const control = new AbortController();
    set((before) => ({ ...before, busy: true }));
    latest.current(control.signal).then(
      (data) => control.signal.aborted || set({ data, busy: false, key }),
      (error: unknown) => control.signal.aborted || set({ error: asError(error), busy: false, key }),
    );
    return () => control.abort();
  }, [key]);
  return state;
}

function asError(thrown: unknown): Error {
  if (thrown instanceof TypeError) return new Error("The server cannot be reached. Is demarche still running?");
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The answer to a saved query; undefined parameters ask nothing. */
export function useAnswer<R = Row>(query: string, params: Params | undefined): Loaded<Answer<R>> {
  return useLoaded(params && query + JSON.stringify(params), (signal) => ask<R>(query, params ?? {}, signal));
}
