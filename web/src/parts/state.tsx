// What stands where an answer is awaited, missing or wrong.

import type { ComponentChildren } from "preact";
import { Problem } from "../api/client";
import type { Loaded } from "../api/use";
import { Hindered, hindranceOf, isDenied } from "./hindered";

export function Failure({ error }: { error: Error }) {
  if (isDenied(error)) return <Hindered by={hindranceOf(error)} />;
  return (
    <div class="failure" role="alert">
      <strong>{error instanceof Problem && error.status < 500 ? "That cannot be shown." : "Something went wrong."}</strong>{" "}
      {error.message}
    </div>
  );
}

/**
 * Draws an answer, or says that it is awaited or failed. While another is
 * awaited the last one stays, dimmed.
 */
export function Await<T>({ of, children, what = "" }: { of: Loaded<T>; children: (data: T) => ComponentChildren; what?: string }) {
  if (of.error) return <Failure error={of.error} />;
  if (of.data === undefined) return of.busy ? <p class="busy" role="status">Loading {what}…</p> : null;
  return <div class={of.busy ? "stale" : undefined} aria-busy={of.busy}>{children(of.data)}</div>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
