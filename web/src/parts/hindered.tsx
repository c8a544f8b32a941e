// Why something was not stored, and the way to what is missing.

import { asError, Problem } from "../api/client";
import { recall } from "../memory";
import { openSettings } from "./settings";

export interface Hindrance {
  text: string;
  /** Whether the settings have what is missing. */
  settings: boolean;
}

export function hindranceOf(error: unknown): Hindrance {
  if (isDenied(error)) return { text: recall("token") ? "Not stored: the server does not accept this token." : "Not stored: that needs the token of the server.", settings: true };
  return { text: "Not stored: " + asError(error).message, settings: false };
}

/** Whether the server wants another token. Its own words on that are for programs. */
export const isDenied = (error: unknown): boolean => error instanceof Problem && error.status === 401;

export function Hindered({ by }: { by: Hindrance }) {
  return (
    <div class="failure" role="alert">
      {by.text} {by.settings && <button type="button" class="quiet" onClick={openSettings}>Open the settings</button>}
    </div>
  );
}

/** Stands beside a button that cannot be pressed without the token. */
export function NeedsToken({ what }: { what: string }) {
  return <small>{what} needs the token; <button type="button" class="link" onClick={openSettings}>give it under Settings</button>.</small>;
}
