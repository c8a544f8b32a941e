// Addresses of views. A view and all its settings are in the fragment of the
// page's address, "#/relations?since=2021-12&actor=russia", so that it can be
// shared, and back and forward work.

import { useEffect, useState } from "preact/hooks";

/** What the fragment says: the parts of the path, and the settings. */
export interface Address {
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** Settings to be changed; undefined or empty removes one. */
export type Change = Record<string, string | number | undefined | null>;

/** Reads a fragment. What is no address of ours is the overview. */
export function parse(fragment: string): Address {
  const text = fragment.replace(/^#/, "");
  const mark = text.indexOf("?");
  const path = (mark < 0 ? text : text.slice(0, mark)).split("/").filter(Boolean).map(decode);
  const params: Record<string, string> = {};
  if (mark >= 0) {
    for (const [name, value] of new URLSearchParams(text.slice(mark + 1))) {
      if (value !== "") params[name] = value;
    }
  }
  return { path, params };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // typed by hand, with a lone percent sign
  }
}

/** Writes a fragment; settings are sorted, so that one view has one address. */
export function format(path: readonly string[], params: Change = {}): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(params).sort()) {
    const value = params[name];
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const parts = path.map((part) => encodeURIComponent(part).replaceAll("%3A", ":"));
  const text = query.toString();
  return "#/" + parts.join("/") + (text && "?" + text);
}

/** What a setting lists: "statement,event". */
export const listed = (setting: string | undefined): string[] => (setting ?? "").split(",").filter(Boolean);

/** The setting with a name put in or taken out. */
export function toggled(setting: string | undefined, name: string): string {
  const names = listed(setting);
  return (names.includes(name) ? names.filter((n) => n !== name) : [...names, name]).join(",");
}

/** Opens a view; with replace, going back passes over the present one. */
export function open(fragment: string, replace = false): void {
  if (replace) {
    history.replaceState(null, "", fragment);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = fragment;
  }
}

/** Changes settings of the present view, in place. */
export function change(settings: Change): void {
  const { path, params } = parse(location.hash);
  open(format(path, { ...params, ...settings }), true);
}

/** The present address; the component is drawn anew when it changes. */
export function useAddress(): Address {
  const [fragment, set] = useState(location.hash);
  useEffect(() => {
    const follow = () => set(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return parse(fragment);
}

// Addresses of the views. IRIs are shortened by what all of them begin with.

export const actorAddress = (id: string): string => format(["actor", id]);

/** @param iri "demarche:demand/f9174047b35a3e66", with or without "demarche:" */
export const recordAddress = (iri: string): string => format(["record", ...short(iri).split("/")]);

/** @param record the record to go to in the text */
export function articleAddress(iri: string, record?: string): string {
  const parts = short(iri).replace(/^article\//, "").split("/");
  return format(["article", ...parts], { record: record && short(record) });
}

export const askAddress = (query?: string, params: Change = {}): string => format(query ? ["ask", query] : ["ask"], params);

/** Whether only articles know the actor, the catalogue does not. */
export const isUnlinked = (id: string): boolean => id.startsWith("unlinked:");

/** An IRI without "demarche:". */
export const short = (iri: string): string => iri.replace(/^demarche:/, "");

/** An IRI with "demarche:". */
export const long = (iri: string): string => "demarche:" + short(iri);
