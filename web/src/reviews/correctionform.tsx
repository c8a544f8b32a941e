// The form in which a reviewer says what a record should be.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Ref } from "../api/client";
import type { Evidence } from "../api/rows";
import { ActorField } from "../parts/actorfield";
import type { Article } from "../records/article";
import { Marked } from "../records/incontext";
import { formatSpans, parseSpans, wordsAt, type Points } from "../text/points";
import { selectedSpan } from "../text/selection";
import type { Correction } from "./api";
import { correctionOf, fault, fields, joined, valuesOf, type Field, type Values } from "./correction";
import { draftOf, keepDraft } from "./drafts";

interface Props {
  e: Evidence;
  article: Article | undefined;
  saving: boolean;
  /** Closes the form; what was changed stays for the next time. */
  onClose: () => void;
  onSend: (correction: Correction, comment: string) => void;
}

export function CorrectionForm({ e, article, saving, onClose, onSend }: Props) {
  if (!article) return <p class="busy" role="status">Loading the text…</p>;
  return <Form e={e} article={article} saving={saving} onClose={onClose} onSend={onSend} />;
}

function Form({ e, article, saving, onClose, onSend }: Props & { article: Article }) {
  const id = useId();
  const text = useRef<HTMLDivElement>(null);
  const before = useRef(valuesOf(e)).current;
  const [values, setValues] = useState<Values>(draftOf(e.record)?.values ?? before);
  const [comment, setComment] = useState(draftOf(e.record)?.comment ?? "");
  const set = (name: string) => (value: Values[string]) => setValues((all) => ({ ...all, [name]: value }));
  const correction = correctionOf(e.kind, before, values);
  const faults = fields[e.kind].filter((f) => fault(f, values[f.name], article.text.length) !== "");
  const changed = Object.keys(correction).length;
  useEffect(() => keepDraft(e.record, changed > 0 || comment !== "" ? { values, comment } : undefined), [values, comment]);
  const discard = () => { keepDraft(e.record, undefined); onClose(); };
  return (
    <form class="correction" aria-label="Correction" onSubmit={(ev) => { ev.preventDefault(); if (changed > 0 && faults.length === 0) onSend(correction, comment); }}
      onKeyDown={(ev) => { if (ev.key === "Escape") onClose(); }}>
      <p class="hint">Change what is wrong. To move the words, select them in the text below, or in the article, and press a button next to the field.</p>
      <div class="quote selectable" ref={text}>
        <Marked text={article.text} spans={parseSpans(values.spans as string)} cues={parseSpans(values.cue_spans as string)} reach={500} />
      </div>
      {fields[e.kind].map((field) => (
        <FieldInput key={field.name} id={`${id}-${field.name}`} field={field} value={values[field.name] ?? ""} text={article.text} onChange={set(field.name)}
          changed={field.name in correction} />
      ))}
      <div class="field">
        <label for={id + "-comment"}>Comment</label>
        <textarea id={id + "-comment"} rows={2} maxLength={4000} value={comment} onInput={(ev) => setComment(ev.currentTarget.value)} />
      </div>
      <p class="buttons">
        <button type="submit" disabled={saving || changed === 0 || faults.length > 0}>Save the correction</button>
        <button type="button" class="quiet" onClick={discard}>Discard</button>
        <small role="status">{changed === 0 ? "Nothing is changed yet." : `Changed: ${fields[e.kind].filter((f) => f.name in correction).map((f) => f.label.toLowerCase()).join(", ")}. Kept here until it is saved or discarded.`}</small>
      </p>
    </form>
  );
}

interface InputProps {
  id: string;
  field: Field;
  value: Values[string];
  text: Points;
  changed: boolean;
  onChange: (value: Values[string]) => void;
}

function FieldInput(props: InputProps) {
  const { id, field, value, text, changed, onChange } = props;
  const wrong = fault(field, value, text.length);
  const list = Array.isArray(value) ? value : [];
  return (
    <div class={changed ? "row changed" : "row"}>
      {field.type === "actor" ? (
        <ActorField id={id} label={field.label} value={list[0]?.name ?? ""} onChoose={(c) => onChange(c ? [{ id: c.id, name: c.name }] : [])} />
      ) : field.type === "actors" ? (
        <ActorsInput id={id} label={field.label} actors={list} onChange={onChange} />
      ) : field.type === "spans" ? (
        <SpansInput {...props} value={String(value)} />
      ) : (
        <div class="field">
          <label for={id}>{field.label}</label>
          {field.type === "choice"
            ? <select id={id} value={String(value)} onChange={(e) => onChange(e.currentTarget.value)}>
                {value === "" && <option value="" />}
                {field.choices?.map((c) => <option key={c} value={c}>{c === "dont" ? "don’t" : c}</option>)}
              </select>
            : <input id={id} value={String(value)} onInput={(e) => onChange(e.currentTarget.value)} aria-describedby={field.hint || wrong ? id + "-hint" : undefined} />}
          {field.hint && !wrong && <small id={id + "-hint"}>{field.hint}</small>}
        </div>
      )}
      {wrong && <small id={id + "-hint"} class="fault" role="alert">{wrong}</small>}
    </div>
  );
}

/** Several actors: those chosen, each with a way to remove it, and a field for another. */
function ActorsInput({ id, label, actors, onChange }: { id: string; label: string; actors: Ref[]; onChange: (actors: Ref[]) => void }) {
  // A field of its own for each addition, so that names which nobody knows can be added too.
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0 && document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [round]);
  return (
    <div class="actors">
      <ActorField key={round} id={id} label={label} placeholder="add" value="" onChoose={(c) => {
        if (!c) return;
        if (!actors.some((a) => a.id === c.id)) onChange([...actors, { id: c.id, name: c.name }]);
        setRound(round + 1);
      }} />
      <ul aria-label={label + ": chosen"}>
        {actors.map((a) => (
          <li key={a.id}>{a.name} <button type="button" class="quiet remove" aria-label={"remove " + a.name} onClick={() => onChange(actors.filter((o) => o.id !== a.id))}>×</button></li>
        ))}
        {actors.length === 0 && <li class="nobody">nobody</li>}
      </ul>
    </div>
  );
}

/** Places in the text: taken from what is selected, or typed. */
function SpansInput({ id, field, value, text, onChange }: InputProps & { value: string }) {
  const [missing, setMissing] = useState(false);
  const take = (add: boolean) => {
    const span = selectedSpan();
    setMissing(!span);
    if (span) onChange(formatSpans(add ? joined(parseSpans(value), span) : [span]));
  };
  // Pressing a button must not take the selection away.
  const keep = (e: Event) => e.preventDefault();
  return (
    <div class="field spans">
      <label for={id}>{field.label}</label>
      <div class="buttons">
        <input id={id} value={value} spellcheck={false} onInput={(e) => onChange(e.currentTarget.value)} aria-describedby={id + "-words"} />
        <button type="button" class="quiet" onMouseDown={keep} onClick={() => take(false)}>Use selection</button>
        <button type="button" class="quiet" onMouseDown={keep} onClick={() => take(true)}>Add selection</button>
        {field.optional && value !== "" && <button type="button" class="quiet" onClick={() => onChange("")}>None</button>}
      </div>
      <small id={id + "-words"}>{value ? `“${wordsAt(text, parseSpans(value))}”` : "none"}</small>
      {missing && <small class="fault" role="alert">Select words in the text first.</small>}
    </div>
  );
}
