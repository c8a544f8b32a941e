// An actor as the form has it, and as the catalogue's files write it.

import type { Schemas } from "../api/client";

export type Actor = Schemas["ActorView"];

export const actorKinds = ["person", "country", "organisation", "medium", "group"] as const;

/** An office, as the form has it: days may be cut to a month or a year. */
export interface OfficeFields {
  title: string;
  of: string;
  from: string;
  to: string;
  acting: boolean;
}

/** What the form has. Lists are one to a line. */
export interface ActorFields {
  name: string;
  kind: string;
  of: string;
  code: string;
  wikidata: string;
  gender: string;
  aliases: string;
  adjectives: string;
  seats: string;
  roles: OfficeFields[];
}

export const emptyActor: ActorFields = {
  name: "", kind: "person", of: "", code: "", wikidata: "", gender: "", aliases: "", adjectives: "", seats: "", roles: [],
};

export const emptyOffice: OfficeFields = { title: "", of: "", from: "", to: "", acting: false };

/** The form for an actor that is there. */
export function fieldsOf(actor: Actor): ActorFields {
  const lines = (list: readonly string[] | null | undefined) => (list ?? []).join("\n");
  return {
    name: actor.name, kind: actor.kind ?? "", of: actor.of ?? "", code: actor.code ?? "", wikidata: actor.wikidata ?? "", gender: actor.gender ?? "",
    aliases: lines(actor.aliases), adjectives: lines(actor.adjectives), seats: lines(actor.seats),
    roles: (actor.roles ?? []).map((r) => ({ title: r.title, of: r.of, from: r.from ?? "", to: r.to ?? "", acting: r.acting ?? false })),
  };
}

const listOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** The document that the catalogue takes: what is empty is left out. */
export function documentOf(fields: ActorFields): string {
  const entry: Record<string, unknown> = {};
  const put = (key: string, value: string | string[] | object[]) => {
    if (value.length > 0) entry[key] = value;
  };
  put("name", fields.name.trim());
  put("kind", fields.kind);
  put("of", fields.of.trim());
  put("code", fields.code.trim());
  put("wikidata", fields.wikidata.trim());
  if (fields.kind === "person") put("gender", fields.gender);
  put("aliases", listOf(fields.aliases));
  if (fields.kind === "country") put("adjectives", listOf(fields.adjectives));
  put("seats", listOf(fields.seats));
  if (fields.kind === "person") put("roles", fields.roles.filter((r) => r.title.trim() || r.of.trim()).map(officeOf));
  // JSON is YAML, and each key has a line of its own, which problems name.
  return JSON.stringify({ actors: [entry] }, null, 1);
}

function officeOf(office: OfficeFields): object {
  const { title, of, from, to, acting } = office;
  return { title: title.trim(), of: of.trim(), ...(from.trim() && { from: from.trim() }), ...(to.trim() && { to: to.trim() }), ...(acting && { acting }) };
}

/** What pasted articles are sent as. */
export interface ArticleFields {
  title: string;
  publisher: string;
  published: string;
  url: string;
  text: string;
}

export const emptyArticle: ArticleFields = { title: "", publisher: "", published: "", url: "", text: "" };

/**
 * The document for the loader. A text with nothing said about it is sent as it
 * is, because the loader finds title, publisher and day in a page's text.
 */
export function articleDocument(fields: ArticleFields): { name: string; type: string; body: string } {
  const said = Object.entries(fields).filter(([key, value]) => key !== "text" && value.trim() !== "");
  if (said.length === 0) return { name: "pasted.txt", type: "text/plain", body: fields.text };
  return {
    name: "pasted.json", type: "application/json",
    body: JSON.stringify({ ...Object.fromEntries(said.map(([key, value]) => [key, value.trim()])), text: fields.text }),
  };
}
