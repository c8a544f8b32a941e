// A question as an address, a command and a request.

import { answerAddress } from "../api/client";
import type { Column, Schemas } from "../api/client";

export type Query = Schemas["QueryView"];
export type Parameter = Schemas["Parameter"];

/** Settings of the page, not of the query: names of parameters begin with a letter. */
export const asSetting = "_as";
export const hideSetting = "_hide";

/** The values for the query's parameters among the settings of an address. */
export function argumentsOf(query: Query, params: Readonly<Record<string, string>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const p of query.parameters ?? []) {
    const value = params[p.name];
    if (value) given[p.name] = value;
  }
  return given;
}

/** The parameters that must be given and are not. */
export function missing(query: Query, given: Record<string, string>): Parameter[] {
  return (query.parameters ?? []).filter((p) => p.required && !given[p.name]);
}

/** What parameters are called whose names do not say what they do. */
const labels: Readonly<Record<string, string>> = {
  weakest: "strength at least",
  confidence: "confidence at least",
  below: "confidence below",
  addressed: "addressee is",
  polarity: "to do or not to do",
};

/** What a parameter is called in a form: in small letters, so that it can stand in a sentence. */
export function labelOf(parameter: Pick<Parameter, "name">): string {
  return Object.hasOwn(labels, parameter.name) ? labels[parameter.name]! : parameter.name.replaceAll("_", " ");
}

/** The conditions of a question in a line. */
export function conditions(query: Query, given: Record<string, string>): string {
  return (query.parameters ?? []).flatMap((p) => (given[p.name] ? [`${labelOf(p)} ${given[p.name]}`] : [])).join(", ");
}

/** Arguments of a shell (POSIX), quoted where they must be. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : "'" + text.replaceAll("'", `'\\''`) + "'";
}

/** Flags that every query has; a parameter of that name has another flag. */
const taken = ["format", "limit", "offset", "after", "config", "help", "gizmo"];

/** The question as a command. */
export function command(query: Query, given: Record<string, string>): string {
  const flags = Object.entries(given).map(([name, value]) => `--${taken.includes(name) ? "param-" : ""}${name} ${quoted(value)}`);
  return ["demarche ask " + query.name, ...flags].join(" ");
}

/** The question as a request of curl. */
export function curl(query: Query, given: Record<string, string>): string {
  return "curl " + quoted(answerAddress(query.name, given));
}

/** Forms of an answer that a page can show. */
export type Form = "table" | "chart" | "graph";

/** The forms that the columns allow. */
export function formsOf(columns: readonly Column[]): Form[] {
  const forms: Form[] = ["table"];
  if (timeColumn(columns)) forms.push("chart");
  if (endsOf(columns)) forms.push("graph");
  return forms;
}

/** The column that says when: a day, or a period. */
export function timeColumn(columns: readonly Column[]): Column | undefined {
  return columns.find((c) => c.type === "day") ?? columns.find((c) => c.name === "period" || c.name === "month");
}

/** Columns of the two ends of a line, by their names; the first pair that is there. */
const ends: [string, string][] = [
  ["source", "target"], ["by", "of"], ["speaker", "addressee"], ["member", "organization"], ["person", "of"], ["actors", "toward"],
];

/** The columns between which lines are drawn. */
export function endsOf(columns: readonly Column[]): [Column, Column] | undefined {
  const actorColumn = (name: string) => columns.find((c) => c.name === name && (c.type === "actor" || c.type === "actors"));
  for (const [from, to] of ends) {
    const [a, b] = [actorColumn(from), actorColumn(to)];
    if (a && b) return [a, b];
  }
  return undefined;
}

/** Where Cayley's pages show a program. */
export function cayleyAddress(gizmo: string): string {
  const page = gizmo.includes('"source"') && gizmo.includes('"target"') ? "visualize" : "query";
  return "ui/#" + new URLSearchParams({ page, lang: "gizmo", query: gizmo }).toString();
}
