// Calls of the HTTP API. Addresses, parameters and answers have the types that
// schema.d.ts takes from the API's description.

import createClient from "openapi-fetch";
import { recall } from "../memory";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** Where the program is, whatever prefix a proxy gives it. Tests have no document. */
const base = new URL(".", globalThis.document?.baseURI ?? "http://127.0.0.1:64210/").href.replace(/\/$/, "");

export const api = createClient<paths, "application/json">({ baseUrl: base });

// Writing needs the token; reading is told nothing of it. The scheme goes without a
// token, too: else the browser would ask for a password in a window of its own.
api.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("Authorization", "Bearer " + recall("token"));
    return request;
  },
});

/** What the server says is wrong (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.name = "Problem";
    this.status = status;
  }
}

/** The answer of a call, or a Problem thrown. */
export function need<T>(call: { data?: T; error?: unknown; response: Response }): T {
  if (call.response.ok && call.data !== undefined) return call.data;
  throw problemOf(call.response.status, call.error);
}

/** What was thrown, as an error in words. */
export function asError(thrown: unknown): Error {
  if (thrown instanceof TypeError) return new Error("The server cannot be reached. Is demarche still running?");
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function problemOf(status: number, body: unknown): Problem {
  const { detail, title } = (typeof body === "object" && body !== null ? body : {}) as { detail?: string; title?: string };
  return new Problem(status, detail ?? title ?? `The server answered with status ${status}.`);
}

/** An actor, as rows of answers name one. */
export interface Ref {
  id: string;
  name: string;
}

export type Cell = string | number | boolean | null | Ref | Ref[];
export type Row = Record<string, Cell>;

/** A column of an answer; type is that of queries.Type. */
export interface Column {
  name: string;
  title: string;
  type: "actor" | "actors" | "text" | "day" | "int" | "float" | "bool" | "article" | "record";
}

/** The answer to a saved query. */
export interface Answer<R = Row> {
  query: string;
  columns: Column[];
  rows: R[];
  next?: string;
  milliseconds: number;
}

export type Params = Record<string, string | number | undefined | null>;

/** The address of the answer to a saved query, seen from the page. */
export function answerAddress(query: string, params: Params): string {
  const list = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "") list.set(name, String(value));
  }
  const text = list.toString();
  return `${base}/api/queries/${encodeURIComponent(query)}${text && "?" + text}`;
}

/**
 * Asks a saved query. Users add queries, so their names and parameters are
 * known only at run time; those of the program are typed by who asks.
 */
export async function ask<R = Row>(query: string, params: Params, signal?: AbortSignal): Promise<Answer<R>> {
  const response = await fetch(answerAddress(query, params), {
    headers: { Accept: "application/json" },
    ...(signal && { signal }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  return body as Answer<R>;
}
