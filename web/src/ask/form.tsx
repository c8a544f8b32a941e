// The form of a query, made from its parameters.

import { useEffect, useState } from "preact/hooks";
import { ActorField, IssueField } from "../parts/actorfield";
import { labelOf, type Parameter, type Query } from "./question";

interface FormProps {
  query: Query;
  given: Record<string, string>;
  onAsk: (given: Record<string, string>) => void;
}

export function QuestionForm({ query, given, onAsk }: FormProps) {
  const [values, setValues] = useState(given);
  const key = JSON.stringify(given);
  useEffect(() => setValues(given), [key]); // going back in the browser
  const set = (name: string, value: string) => setValues((before) => ({ ...before, [name]: value }));
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  return (
    <form class="question" onSubmit={(e) => { e.preventDefault(); onAsk(filled); }}>
      {(query.parameters ?? []).map((p) => (
        <div key={p.name} class={"param param-" + p.type}>
          <ParameterField parameter={p} value={values[p.name] ?? ""} onChange={(value) => set(p.name, value)} />
          <small id={"about-" + p.name}>{p.explanation}</small>
        </div>
      ))}
      <p class="buttons">
        <button type="submit">Ask</button>
        <button type="button" class="quiet" onClick={() => { setValues({}); onAsk({}); }}>Clear</button>
      </p>
    </form>
  );
}

function ParameterField({ parameter: p, value, onChange }: { parameter: Parameter; value: string; onChange: (value: string) => void }) {
  const label = labelOf(p);
  const required = p.required ?? false;
  if (p.type === "actor") return <ActorField label={label} value={value} required={required} onChoose={(c) => onChange(c?.id ?? "")} />;
  if (p.type === "issue") return <IssueField label={label} value={value} required={required} onChoose={(c) => onChange(c?.id ?? "")} />;
  const id = "param-" + p.name;
  const choices = p.type === "bool" ? ["yes", "no"] : p.choices;
  const common = { id, value, required, "aria-describedby": "about-" + p.name };
  return (
    <div class="field">
      <label for={id}>{label}{required && <span class="required"> (required)</span>}</label>
      {choices?.length
        ? (
          <select {...common} onChange={(e) => onChange(e.currentTarget.value)}>
            <option value="">{p.default ? `as usual: ${p.default}` : "any"}</option>
            {choices.map((c) => <option key={c}>{c}</option>)}
          </select>
        )
        : (
          <input type="text" {...common} {...patterns[p.type]} placeholder={p.default ?? ""} autocomplete="off" spellcheck={false}
            onInput={(e) => onChange(e.currentTarget.value)} />
        )}
    </div>
  );
}

/** What the browser checks before the server does. */
const patterns: Record<string, { pattern: string; title: string }> = {
  int: { pattern: "-?\\d+", title: "a whole number" },
  float: { pattern: "-?\\d*\\.?\\d+", title: "a number such as 0.8" },
  day: { pattern: "\\d{4}(-\\d\\d){0,2}|today|yesterday", title: "2021-12-31, 2021-12, 2021, today or yesterday" },
};
