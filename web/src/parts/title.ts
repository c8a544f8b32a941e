import { useEffect } from "preact/hooks";

/** The title of the browser's tab: what one looks at, as one finds it among many tabs. */
export function useTitle(what: string): void {
  useEffect(() => { document.title = `${what} · demarche`; }, [what]);
}
