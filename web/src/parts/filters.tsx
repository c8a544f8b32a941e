// Conditions that several views share. They are settings of the address.

import { change } from "../address";
import { strengths } from "../api/rows";
import { percent } from "../words";
import { ActorField, IssueField } from "./actorfield";

export type Filter = "actor" | "issue" | "since" | "until" | "strength" | "confidence" | "publisher";

/** Fields for the conditions, in this order. */
export function Filters({ show, params }: { show: Filter[]; params: Readonly<Record<string, string>> }) {
  const fields: Record<Filter, preact.VNode> = {
    actor: <ActorField label="Actor" value={params.actor ?? ""} onChoose={(c) => change({ actor: c?.id })} />,
    issue: <IssueField label="Issue" value={params.issue ?? ""} onChoose={(c) => change({ issue: c?.id })} />,
    publisher: <ActorField label="Publisher" value={params.publisher ?? ""} onChoose={(c) => change({ publisher: c?.id })} />,
    since: <DayField name="since" label="Since" value={params.since} />,
    until: <DayField name="until" label="Until" value={params.until} />,
    strength: (
      <div class="field">
        <label for="filter-strength">Strength at least</label>
        <select id="filter-strength" value={params.strength ?? ""} onChange={(e) => change({ strength: e.currentTarget.value })}>
          <option value="">any</option>
          {strengths.map((s) => <option key={s}>{s}</option>)}
        </select>
      </div>
    ),
    confidence: (
      <div class="field">
        <label for="filter-confidence">Confidence at least</label>
        <select id="filter-confidence" value={params.confidence ?? ""} onChange={(e) => change({ confidence: e.currentTarget.value })}>
          <option value="">any</option>
          {[0.5, 0.6, 0.7, 0.8, 0.9].map((c) => <option key={c} value={String(c)}>{percent(c)}</option>)}
        </select>
      </div>
    ),
  };
  return <div class="filters" role="group" aria-label="Conditions">{show.map((name) => <div key={name}>{fields[name]}</div>)}</div>;
}

/** A day, month or year: what the server takes. */
function DayField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div class="field day">
      <label for={"filter-" + name}>{label}</label>
      <input id={"filter-" + name} value={value ?? ""} placeholder="2021-12-31" pattern="\d{4}(-\d\d){0,2}|today|yesterday"
        onChange={(e) => e.currentTarget.checkValidity() && change({ [name]: e.currentTarget.value.trim() })} />
    </div>
  );
}
