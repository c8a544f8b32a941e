// Why something was not stored, and the way to what is missing.

import { asError, Problem } from "../api/client";
import { openSettings } from "./settings";

export interface Hindrance {
  text: string;
  /** Whether the settings have what is missing. */
  settings: boolean;
}

export function hindranceOf(error: unknown): Hindrance {
  const isRefused = error instanceof Problem && (error.status === 401 || error.status === 403);
  const { message } = asError(error);
  return { text: isRefused ? `Not saved: ${message}. That needs the token of the server; it goes into the settings.` : "Not saved: " + message, settings: isRefused };
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
