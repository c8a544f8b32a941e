// Documents that are not JSON of the API's own: they go as they are.

import { api, need, type Schemas } from "./client";

/** A document for the loader or the catalogue. */
export interface Document {
  name: string;
  type: string;
  body: string | Blob;
}

// The description knows the types of these bodies only as "any document".
const asIs = (body: unknown) => body as BodyInit;

export async function previewArticles(doc: Document, signal: AbortSignal): Promise<Schemas["ArticlePreviews"]> {
  return need(await api.POST("/api/preview/articles", {
    params: { query: { name: doc.name } }, body: doc.body as never, bodySerializer: asIs, headers: { "Content-Type": doc.type }, signal,
  }));
}

export async function loadArticles(doc: Document): Promise<Schemas["LoadedList"]> {
  return need(await api.POST("/api/articles", {
    params: { query: { name: doc.name } }, body: doc.body as never, bodySerializer: asIs, headers: { "Content-Type": doc.type },
  }));
}

/** @param id the actor that is changed; empty when one is added */
export async function previewActor(document: string, id: string, signal: AbortSignal): Promise<Schemas["ActorsPreview"]> {
  return need(await api.POST("/api/preview/actors", {
    params: { query: id ? { id } : {} }, body: document as never, bodySerializer: asIs, headers: { "Content-Type": "application/json" }, signal,
  }));
}

/** @param id the actor that is changed; empty when one is added */
export async function storeActor(document: string, id: string): Promise<Schemas["ActorsAdded"]> {
  const common = { body: document as never, bodySerializer: asIs, headers: { "Content-Type": "application/json" } };
  return need(id ? await api.PUT("/api/actors/{id}", { params: { path: { id } }, ...common }) : await api.POST("/api/actors", common));
}

export async function relink(): Promise<Schemas["Relinked"]> {
  return need(await api.POST("/api/relink", {}));
}
