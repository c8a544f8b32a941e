// The graph of relations: who demands of whom, who supports or opposes what.

import { useMemo, useRef } from "preact/hooks";
import { change } from "../address";
import type { ViewProps } from "../app";
import type { EdgeRow } from "../api/rows";
import { useAnswer } from "../api/use";
import { Filters } from "../parts/filters";
import { Failure } from "../parts/state";
import { useTitle } from "../parts/title";
import { buildNetwork, strongest } from "../relations/network";
import { Graph } from "../relations/graph";
import { asked, cleared, conditions, minimums, mosts, readSettings, type Settings } from "../relations/settings";
import "../styles/relations.css";

/** Rows that are asked for; a row is a relation in a month. */
const rowLimit = 20_000;

export function RelationsView({ address: { params } }: ViewProps) {
  useTitle("Relations");
  const answer = useAnswer<EdgeRow>("network", { ...asked(params), limit: rowLimit });
  const network = useMemo(() => answer.data && buildNetwork(answer.data.rows), [answer.data]);
  const settings = readSettings(params, network?.range);
  const hidden = [...settings.hidden].join();
  const edges = useMemo(
    () => (network ? strongest(network.edges, settings.hidden, settings.minimum, settings.most) : []),
    [network, hidden, settings.minimum, settings.most],
  );
  return (
    <div class="relations">
      <header class="relations-head">
        <h1>Relations</h1>
        <p>Who demands of whom, who supports or opposes what. Wider lines are more frequent; each leads to its sources.</p>
      </header>
      <Conditions params={params} settings={settings} />
      {answer.error && <Failure error={answer.error} />}
      {answer.busy && edges.length === 0 && <p class="busy" role="status">Loading relations…</p>}
      {answer.data?.next && (
        <p class="note">Only the newest {rowLimit.toLocaleString("en")} rows are shown; conditions make them fewer.</p>
      )}
      {network && !answer.error && !answer.busy && edges.length === 0 && <Nothing none={network.edges.length === 0} />}
      {network && !answer.error && edges.length > 0 && (
        <div class={answer.busy ? "stale" : undefined} aria-busy={answer.busy}>
          <Graph network={network} edges={edges} settings={settings} params={params} />
        </div>
      )}
    </div>
  );
}

function Conditions({ params, settings }: { params: Readonly<Record<string, string>>; settings: Settings }) {
  const set = [...conditions.filter((name) => params[name])].map((name) => `${name} ${params[name]}`);
  const wide = useRef(matchMedia("(min-width: 60rem)").matches);
  return (
    <details class="relations-conditions" open={wide.current || undefined}>
      <summary>Conditions{set.length > 0 && <small>: {set.join(", ")}</small>}</summary>
      <div class="fields">
        <Filters show={["actor", "issue", "strength", "confidence", "publisher"]} params={params} />
        <Choice name="min" label="Found at least" value={settings.minimum} values={minimums} text={(n) => (n === 1 ? "once" : `${n} times`)} />
        <Choice name="most" label="Draw at most" value={settings.most} values={mosts} text={(n) => `${n.toLocaleString("en")} strongest`} />
        {set.length > 0 && <button type="button" class="link" onClick={() => change(cleared)}>Clear</button>}
      </div>
    </details>
  );
}

function Choice({ name, label, value, values, text }: { name: string; label: string; value: number; values: readonly number[]; text: (n: number) => string }) {
  const all = values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  return (
    <div class="field">
      <label for={"relations-" + name}>{label}</label>
      <select id={"relations-" + name} value={String(value)} onChange={(e) => change({ [name]: e.currentTarget.value })}>
        {all.map((n) => <option key={n} value={String(n)}>{text(n)}</option>)}
      </select>
    </div>
  );
}

function Nothing({ none }: { none: boolean }) {
  return (
    <div class="card relations-nothing" role="status">
      <p><strong>{none ? "No relation fits these conditions." : "All relations are left out."}</strong></p>
      <p>{none ? "Fewer conditions, or others, find more. Where no article is loaded yet, there is none." : "They are rarer than asked for, or of kinds that are switched off."}</p>
      <p class="buttons"><button type="button" onClick={() => change(cleared)}>Clear all conditions</button></p>
    </div>
  );
}
