// Why something was not stored, and the way to what is missing.

import { asError, Problem } from "../api/client";
import { openSettings } from "./settings";

export interface Hindrance {
  text: string;
  /** Whether the settings have what is missing. */
  settings: boolean;
}

export function hindranceOf(error: unknown): Hindrance {
  // The server's own words are for programs.
  if (error instanceof Problem && error.status === 401) return { text: "Not saved: the token of the server is missing or wrong. It goes into the settings.", settings: true };
  return { text: "Not saved: " + asError(error).message, settings: false };
}

export function Hindered({ by }: { by: Hindrance }) {
  return (
    <div class="failure" role="alert">
      {by.text} {by.settings && <button type="button" class="quiet" onClick={openSettings}>Open the settings</button>}
    </div>
  );
}

/** Stands beside a button that cannot be pressed without the token. */
export function NeedsToken({ what }: { what: string }) {
  return <small>{what} needs the token; give it under <button type="button" class="link" onClick={openSettings}>Settings</button>.</small>;
}
