// A sentence that one can paste into a text.

import type { Evidence } from "../api/rows";
import { dayText } from "../words";
import { safeLink } from "./articlerecords";
import { actorOf } from "./chain";

/**
 * Who said or did what, in which words, in which article of which day, where it
 * stands, and the IRI by which the record is found again.
 */
export function citation(e: Evidence): string {
  const place = [e.publisher, e.published && dayText(e.published)].filter(Boolean).join(", ");
  const source = [`“${e.article}”`, place && ` (${place})`].filter(Boolean).join("");
  const address = safeLink(e.url) ?? "";
  return [`${lead(e)}: “${e.quote.replace(/\s+/g, " ").trim()}”.`, `${source}${address && ", " + address}.`, `[${e.record}]`].join(" ");
}

function lead(e: Evidence): string {
  const actor = actorOf(e)?.name ?? "Somebody";
  const to = (e.of ?? e.addressee ?? []).map((a) => a.name).join(", ");
  const on = e.day && e.basis === "text" ? `, ${dayText(e.day)}` : "";
  const by = e.voiced_by && e.voiced_by.id !== e.by?.id ? ` (through ${e.voiced_by.name})` : "";
  switch (e.kind) {
    case "demand": return `${actor}${by}${to && " to " + to}${on}${e.polarity === "dont" ? ", against" : ""}`;
    case "statement": return `${actor}${to && " to " + to}${on}`;
    default: return e.label + on;
  }
}
