import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask, asError, type Answer, type Params, type Row } from "./client";
import { useAnswer, type Loaded } from "./use";

/** Rows that come page by page. */
export interface Pages<R> {
  first: Loaded<Answer<R>>;
  rows: R[];
  /** Asks for the next page; undefined when there is none. */
  more?: () => void;
  busy: boolean;
  error?: Error;
}

/** The answer to a saved query, whose next pages come when they are wanted. */
export function usePages<R = Row>(query: string, params: Params | undefined): Pages<R> {
  const first = useAnswer<R>(query, params);
  const [later, setLater] = useState<{ of: unknown; rows: R[]; next?: string }>({ of: undefined, rows: [] });
  const [state, setState] = useState<{ busy: boolean; error?: Error }>({ busy: false });
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => { control.current?.abort(); setState({ busy: false }); }, [first.data]);
  const isOfFirst = later.of === first.data;
  // While another question is asked, the rows are still those of the last.
  const next = first.busy ? undefined : isOfFirst ? later.next : first.data?.next;
  const more = async () => {
    const of = first.data;
    control.current = new AbortController();
    const { signal } = control.current;
    setState({ busy: true });
    try {
      const answer = await ask<R>(query, { ...params, after: next }, signal);
      setLater({ of, rows: [...(isOfFirst ? later.rows : []), ...answer.rows], ...(answer.next && { next: answer.next }) });
      setState({ busy: false });
    } catch (error) {
      if (!signal.aborted) setState({ busy: false, error: asError(error) });
    }
  };
  const rows = useMemo(() => [...(first.data?.rows ?? []), ...(isOfFirst ? later.rows : [])], [first.data, later]);
  return { first, rows, ...state, ...(next && { more: () => void more() }) };
}
