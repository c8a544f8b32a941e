// What a component waits for.

import { useEffect, useRef, useState } from "preact/hooks";
import { ask, asError, type Answer, type Params, type Row } from "./client";

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
  const [state, set] = useState<Loaded<T> & { key?: string }>({ busy: false });
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === undefined) return;
    const control = new AbortController();
    latest.current(control.signal).then(
      (data) => control.signal.aborted || set({ data, busy: false, key }),
      (error: unknown) => control.signal.aborted || set({ error: asError(error), busy: false, key }),
    );
    return () => control.abort();
  }, [key]);
  return loadedOf(state, key);
}

/**
 * What is known of what key asks for, when the last answer was of another: that
 * is told from the first moment, and a failure of the last question is none of this one.
 */
export function loadedOf<T>(last: Loaded<T> & { key?: string }, key: string | undefined): Loaded<T> {
  if (key === undefined) return { busy: false };
  if (last.key === key) return last;
  return { busy: true, ...(last.data !== undefined && { data: last.data }) };
}

/** The value; while there is none, the last one. */
export function useKept<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

/** The answer to a saved query; undefined parameters ask nothing. */
export function useAnswer<R = Row>(query: string, params: Params | undefined): Loaded<Answer<R>> {
  return useLoaded(params && query + JSON.stringify(params), (signal) => ask<R>(query, params ?? {}, signal));
}
