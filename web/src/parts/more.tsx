import type { Pages } from "../api/more";
import { Failure } from "./state";

/** The button for the next page of a list. */
export function More({ of, what }: { of: Pick<Pages<unknown>, "more" | "busy" | "error">; what: string }) {
  if (of.error) return <Failure error={of.error} />;
  if (!of.more) return null;
  return <p><button type="button" class="quiet" disabled={of.busy} onClick={of.more}>{of.busy ? "Loading…" : `More ${what}`}</button></p>;
}
