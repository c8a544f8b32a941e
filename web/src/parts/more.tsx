import type { Pages } from "../api/more";
import { Failure } from "./state";

/** The button for the next page of a list. */
export function More({ of, what }: { of: Pick<Pages<unknown>, "more" | "busy" | "error">; what: string }) {
  return (
    <>
      {of.error && <Failure error={of.error} />}
      {/* A button that is disabled would lose the focus. */}
      {of.more && <p><button type="button" class="quiet" aria-disabled={of.busy} onClick={() => of.busy || of.more?.()}>{of.busy ? "Loading…" : `More ${what}`}</button></p>}
    </>
  );
}
