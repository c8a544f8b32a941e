// What a reviewer may correct, by kind of record, and what is sent when some of
// it is other than extracted.

import type { Ref } from "../api/client";
import { strengths, type Evidence, type Kind } from "../api/rows";
import { parseSpans, type Span } from "../text/points";
import type { Correction, FieldValue, Review } from "./api";

export type FieldType = "actor" | "actors" | "choice" | "day" | "text" | "spans";

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  choices?: readonly string[];
  /** Whether it may have no value. */
  optional?: boolean;
  hint?: string;
}

const events = ["meeting", "call", "talks", "conference", "statement", "exercise", "deployment", "withdrawal", "accession", "publication", "agreement", "attack", "other"];

const words: Field = { name: "spans", label: "Words", type: "spans" };
const when: Field = { name: "day", label: "Day in the text", type: "day", optional: true, hint: "2021-12-17, 2021-12 or 2021-12-17/2021-12-20; empty where the text gives none" };
const cue: Field = { name: "cue_spans", label: "Words that mark it", type: "spans", optional: true };

export const fields: Record<Kind, Field[]> = {
  demand: [
    { name: "by", label: "By", type: "actor", optional: true },
    { name: "of", label: "Of", type: "actors", optional: true },
    { ...words, label: "What is demanded" },
    { name: "polarity", label: "Do or don’t", type: "choice", choices: ["do", "dont"] },
    { name: "strength", label: "Strength", type: "choice", choices: strengths },
    { name: "voiced_by", label: "Voiced by", type: "actor", optional: true },
    when,
    { name: "deadline", label: "Deadline", type: "day", optional: true },
    { name: "or_else", label: "Or else", type: "text", optional: true },
    cue,
  ],
  statement: [
    { name: "speaker", label: "Speaker", type: "actor", optional: true },
    { name: "addressee", label: "To", type: "actors", optional: true },
    { ...words, label: "What is said" },
    { name: "quoted", label: "Speech", type: "choice", choices: ["direct", "indirect", "mixed"] },
    when, cue,
  ],
  event: [
    { name: "type", label: "Kind of event", type: "choice", choices: events },
    { name: "participants", label: "Participants", type: "actors", optional: true },
    { name: "place", label: "Place", type: "text", optional: true },
    words, when, cue,
  ],
  position: [
    { name: "holder", label: "Actor", type: "actor", optional: true },
    { name: "stance", label: "Stance", type: "choice", choices: ["support", "oppose"] },
    { name: "issue", label: "Issue", type: "text", optional: true },
    words, when, cue,
  ],
  membership: [
    { name: "member", label: "Person", type: "actor", optional: true },
    { name: "title", label: "Title", type: "text", optional: true },
    { name: "organization", label: "Of", type: "actor", optional: true },
    words, when, cue,
  ],
};

/** What a form holds: actors as a list, everything else as it is typed. */
export type Values = Record<string, string | Ref[]>;

/** The values of a record as extracted. */
export function valuesOf(e: Evidence): Values {
  const values: Values = {};
  for (const field of fields[e.kind]) {
    const value = (e as unknown as Record<string, unknown>)[field.name];
    if (field.name === "day") values[field.name] = e.basis === "text" ? e.when ?? e.day ?? "" : "";
    else if (field.type === "actors") values[field.name] = (value as Ref[] | null) ?? [];
    else if (field.type === "actor") values[field.name] = value ? [value as Ref] : [];
    else values[field.name] = (value as string | null) ?? "";
  }
  return values;
}

/** What differs from the record, in the form that the server takes. */
export function correctionOf(kind: Kind, before: Values, after: Values): Correction {
  const correction: Correction = {};
  for (const field of fields[kind]) {
    const [old, now] = [before[field.name], after[field.name]];
    if (now === undefined || same(old, now)) continue;
    if (field.type === "actors") correction[field.name] = (now as Ref[]).map(sent);
    else if (field.type === "actor") correction[field.name] = (now as Ref[]).map(sent)[0] ?? "";
    else if (field.type === "spans") correction[field.name] = parseSpans(now as string);
    else correction[field.name] = (now as string).trim();
  }
  return correction;
}

/** An actor of catalogue or graph by its IRI, so that no name is taken for another's; else the name. */
function sent(actor: Ref): string {
  return actor.id === actor.name ? actor.name : "demarche:actor/" + actor.id.replace("demarche:actor/", "");
}

function same(a: Values[string] | undefined, b: Values[string]): boolean {
  const key = (v: Values[string] | undefined) => (typeof v === "string" ? v.trim() : (v ?? []).map((r) => r.id).sort().join("\n"));
  return key(a) === key(b);
}

/** What is wrong with a value, before the server is asked; empty if nothing is. */
export function fault(field: Field, value: Values[string] | undefined, length: number): string {
  const missing = value === undefined || value.length === 0;
  if (missing) return field.optional ? "" : field.type === "spans" ? "A record has words; reject it if these are no such record." : "";
  if (field.type === "spans") return spansFault(value as string, length);
  if (field.type === "day" && !(value as string).split("/").every((d) => /^\d{4}(-\d\d){0,2}$/.test(d.trim()))) {
    return "Write 2021-12-17, 2021-12, 2021 or 2021-12-17/2021-12-20.";
  }
  return "";
}

function spansFault(text: string, length: number): string {
  let last = 0;
  for (const item of text.trim().split(/\s+/)) {
    const span = parseSpans(item)[0];
    if (!span) return `“${item}” is no span: write BEGIN-END, the end behind the last character.`;
    if (span.begin < last) return `“${item}” begins before the one in front of it ends.`;
    if (span.end > length) return `“${item}” reaches behind the end of the text.`;
    last = span.end;
  }
  return "";
}

/** A span added to others; what overlaps or touches becomes one. */
export function joined(spans: readonly Span[], more: Span): Span[] {
  const all: Span[] = [];
  for (const s of [...spans, more].sort((a, b) => a.begin - b.begin)) {
    const before = all.at(-1);
    if (before && s.begin <= before.end) before.end = Math.max(before.end, s.end);
    else all.push({ ...s });
  }
  return all;
}

/** A value of a review, as people read it. */
function valueText(value: FieldValue | undefined): string {
  if (value === undefined || value === "") return "nothing";
  if (typeof value === "string") return value === "dont" ? "don’t" : value;
  if (!Array.isArray(value)) return value.name || "nothing";
  if (value.length === 0) return "nothing";
  return value.map((v) => ("name" in v ? v.name : `${v.begin}–${v.end}`)).join(", ");
}

/** What was corrected, as "Strength: ask → demand"; where words moved, the words are shown. */
export function changesIn(review: Pick<Review, "kind" | "judged" | "correction">): { field: string; from: string; to: string }[] {
  const shown: Record<string, string> = { spans: "quote", cue_spans: "cue", or_else_spans: "or_else" };
  const [judged, corrected] = [review.judged, review.correction] as Record<string, FieldValue | undefined>[];
  if (!judged || !corrected) return [];
  const names = Object.keys(corrected).filter((name) => !Object.entries(shown).some(([places, text]) => text === name && places in corrected));
  return names.map((name) => {
    const as = shown[name] && shown[name] in corrected ? shown[name] : name;
    const label = fields[review.kind].find((f) => f.name === name)?.label ?? name.replaceAll("_", " ");
    return { field: label, from: valueText(judged[as]), to: valueText(corrected[as]) };
  });
}
