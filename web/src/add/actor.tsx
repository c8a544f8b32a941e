// An actor to be added or changed, checked as one writes, with what it would link.

import { useState } from "preact/hooks";
import { actorAddress, articleAddress } from "../address";
import { api, need, type Schemas } from "../api/client";
import { previewActor, relink, storeActor } from "../api/send";
import { useLoaded } from "../api/use";
import { useRested } from "../parts/rested";
import { useMemory } from "../memory";
import { ActorField } from "../parts/actorfield";
import { Hindered, NeedsToken } from "../parts/hindered";
import { Await, Failure } from "../parts/state";
import { counted } from "../words";
import { actorKinds, documentOf, emptyActor, emptyOffice, fieldsOf, type ActorFields, type OfficeFields } from "./entry";
import { Done, useStoring } from "./storing";

/** @param id the actor to be changed; without it one is added, with the name, when one is given */
export function AddActor({ id, name }: { id: string | undefined; name: string | undefined }) {
  const actor = useLoaded(id, async (signal) => need(await api.GET("/api/actors/{id}", { params: { path: { id: id ?? "" } }, signal })));
  if (!id) return <ActorForm id="" first={{ ...emptyActor, name: name ?? "" }} />;
  return (
    <Await of={actor} what="the actor">
      {(known) => known.own
        ? <ActorForm id={known.id} first={fieldsOf(known)} />
        : <p>{known.name} is part of the built-in catalogue, which only a new version of the program changes. What you add yourself can be changed here.</p>}
    </Await>
  );
}

function ActorForm({ id, first }: { id: string; first: ActorFields }) {
  const [fields, setFields] = useState(first);
  const set = (change: Partial<ActorFields>) => setFields((before) => ({ ...before, ...change }));
  const document = documentOf(fields);
  const settled = useRested(document, 250);
  const preview = useLoaded(fields.name.trim() ? settled + id : undefined, (signal) => previewActor(settled, id, signal));
  const problems = preview.data?.problems ?? [];
  const wrong = (key: string) => problems.filter((p) => p.field === key).map((p) => p.message).join(" ");
  const person = fields.kind === "person";
  return (
    <div class="add-actor">
      <form onSubmit={(e) => e.preventDefault()}>
        <div class="add-fields">
          <Field label="Name" value={fields.name} wrong={wrong("name")} onChange={(name) => set({ name })} about="the usual English name" />
          <div class="field">
            <label for="actor-kind">Kind</label>
            <select id="actor-kind" value={fields.kind} onChange={(e) => set({ kind: e.currentTarget.value })}>{actorKinds.map((k) => <option key={k}>{k}</option>)}</select>
          </div>
          {!person && <ActorField label="Belongs to" value={fields.of} onChoose={(c) => set({ of: c?.id ?? "" })} />}
          {person && (
            <div class="field">
              <label for="actor-gender">Gender</label>
              <select id="actor-gender" value={fields.gender} onChange={(e) => set({ gender: e.currentTarget.value })}>
                <option value="">not given</option><option>female</option><option>male</option>
              </select>
              <small>helps to resolve “he” and “she”</small>
            </div>
          )}
          <Field label="Wikidata" value={fields.wikidata} wrong={wrong("wikidata")} onChange={(wikidata) => set({ wikidata })} about="Q159; only when it is sure" />
          <Field label="Code" value={fields.code} wrong={wrong("code")} onChange={(code) => set({ code })} about="ISO 3166-1 alpha-3 of its country" />
        </div>
        <div class="add-fields">
          <Lines label="Other names" value={fields.aliases} wrong={wrong("aliases")} onChange={(aliases) => set({ aliases })} />
          {fields.kind === "country" && <Lines label="Adjectives" value={fields.adjectives} wrong={wrong("adjectives")} onChange={(adjectives) => set({ adjectives })} />}
          {!person && <Lines label="What stands for it" value={fields.seats} wrong={wrong("seats")} onChange={(seats) => set({ seats })} />}
        </div>
        {person && <Offices roles={fields.roles} onChange={(roles) => set({ roles })} />}
      </form>
      {problems.length > 0 && (
        <ul class="failure" role="status">{problems.map((p) => <li key={p.line + p.message}>{p.message}</li>)}</ul>
      )}
      {preview.error && <Failure error={preview.error} />}
      {preview.data && problems.length === 0 && <Effect preview={preview.data} document={document} id={id} ready={settled === document} />}
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string;
  wrong: string;
  about?: string;
  onChange: (value: string) => void;
}

function Field({ label, value, wrong, about, onChange }: FieldProps) {
  const id = "actor-" + label.toLowerCase().replaceAll(" ", "-");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} class={wrong ? "wrong" : undefined} aria-invalid={wrong !== ""} aria-describedby={about ? id + "-about" : undefined}
        value={value} onInput={(e) => onChange(e.currentTarget.value)} />
      {about && <small id={id + "-about"}>{about}</small>}
    </div>
  );
}

function Lines({ label, value, wrong, onChange }: FieldProps) {
  const id = "actor-" + label.toLowerCase().replaceAll(" ", "-");
  return (
    <div class="field">
      <label for={id}>{label}, one to a line</label>
      <textarea id={id} rows={3} class={wrong ? "wrong" : undefined} aria-invalid={wrong !== ""} value={value} onInput={(e) => onChange(e.currentTarget.value)} />
    </div>
  );
}

/** The offices of a person. */
function Offices({ roles, onChange }: { roles: OfficeFields[]; onChange: (roles: OfficeFields[]) => void }) {
  const set = (i: number, change: Partial<OfficeFields>) => onChange(roles.map((r, k) => (k === i ? { ...r, ...change } : r)));
  return (
    <fieldset>
      <legend>Offices</legend>
      {roles.map((role, i) => (
        <div key={i} class="office">
          <Field label={`Title ${i + 1}`} value={role.title} wrong="" onChange={(title) => set(i, { title })} />
          <ActorField label={`At ${i + 1}`} value={role.of} onChoose={(c) => set(i, { of: c?.id ?? "" })} />
          <Field label={`From ${i + 1}`} value={role.from} wrong="" onChange={(from) => set(i, { from })} />
          <Field label={`To ${i + 1}`} value={role.to} wrong="" onChange={(to) => set(i, { to })} />
          <button type="button" class="quiet" aria-label={`Remove office ${i + 1}`} onClick={() => onChange(roles.filter((_, k) => k !== i))}>Remove</button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={() => onChange([...roles, emptyOffice])}>Add an office</button>
    </fieldset>
  );
}

/** What the actor would change, and the button that does it. */
function Effect({ preview, document, id, ready }: { preview: Schemas["ActorsPreview"]; document: string; id: string; ready: boolean }) {
  const [token] = useMemory("token");
  const storing = useStoring(() => storeActor(document, id));
  const linking = useStoring(relink);
  const hindrance = storing.hindrance ?? linking.hindrance;
  const stored = storing.done?.ids?.[0] ?? "";
  const mentions = preview.mentions ?? [];
  return (
    <section aria-label="What would change">
      <h2>What would change</h2>
      {mentions.length === 0
        ? <p>No stored mention would be linked to it. It counts for articles that are loaded from now on.</p>
        : (
          <>
            <p>{counted(mentions.length, "stored mention")} would be linked to <code>{preview.ids?.[0]}</code>:</p>
            <ul>
              {mentions.map((m) => (
                <li key={m.name}>
                  “{m.name}” in {counted(m.articles, "article")}
                  {m.examples?.map((iri, i) => <span key={iri}> <a href={articleAddress(iri)}>{i + 1}</a></span>)}
                </li>
              ))}
            </ul>
          </>
        )}
      {preview.warnings?.map((w) => <p key={w} class="warning">{w}</p>)}
      {storing.done
        ? (
          <Done>
            Stored as <a href={actorAddress(stored)}>{stored}</a>.
            {mentions.length > 0 && !linking.done && <button type="button" aria-disabled={linking.busy} onClick={linking.start}>Link stored mentions</button>}
            {linking.done && <span>{counted(linking.done.count, "mention")} linked.</span>}
          </Done>
        )
        : (
          <p class="buttons">
            <button type="button" disabled={!token || !ready} aria-disabled={storing.busy} onClick={storing.start}>{id ? "Change" : "Add"}</button>
            {!token && <NeedsToken what={id ? "Changing" : "Adding"} />}
          </p>
        )}
      {hindrance && <Hindered by={hindrance} />}
    </section>
  );
}
