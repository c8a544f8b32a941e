// The answer to a question: as table, chart or graph, to be saved and copied.

import { useEffect, useState } from "preact/hooks";
import { change } from "../address";
import { ask, type Answer, type Row } from "../api/client";
import { useAnswer, useLoaded } from "../api/use";
import { api, need, answerAddress } from "../api/client";
import { Copy } from "../parts/copy";
import { Await, Empty, Failure } from "../parts/state";
import { AnswerTable } from "../parts/table";
import { counted } from "../words";
import { AnswerChart } from "./chart";
import { AnswerGraph } from "./graph";
import { asSetting, cayleyAddress, command, curl, formsOf, type Form, type Query } from "./question";

/** Rows of a page. A chart and a graph want more than a table. */
const pageSize: Record<Form, number> = { table: 50, chart: 5000, graph: 5000 };

const formNames: Record<Form, string> = { table: "Table", chart: "Chart", graph: "Graph" };

export function AnswerPane({ query, given, form }: { query: Query; given: Record<string, string>; form: Form }) {
  const forms = formsOf(query.columns ?? []);
  const shown = forms.includes(form) ? form : "table";
  const answer = useAnswer(query.name, { ...given, limit: pageSize[shown] });
  return (
    <section class="answer" aria-label="Answer">
      <div class="answer-head">
        {forms.length > 1 && (
          <div class="buttons" role="group" aria-label="Show as">
            {forms.map((f) => (
              <button key={f} type="button" class="quiet" aria-pressed={f === shown} onClick={() => change({ [asSetting]: f === "table" ? "" : f })}>{formNames[f]}</button>
            ))}
          </div>
        )}
        <Ways query={query} given={given} />
      </div>
      <Await of={answer} what="the answer">
        {(data) => <Shown key={shown + JSON.stringify(given)} query={query} given={given} first={data} form={shown} />}
      </Await>
    </section>
  );
}

/** The rows so far, and the way to more. */
function Shown({ query, given, first, form }: { query: Query; given: Record<string, string>; first: Answer; form: Form }) {
  const [more, setMore] = useState<{ rows: Row[]; next: string | undefined }>({ rows: [], next: first.next });
  const [error, setError] = useState<Error>();
  useEffect(() => setMore({ rows: [], next: first.next }), [first]);
  const rows = more.rows.length > 0 ? [...first.rows, ...more.rows] : first.rows;
  if (rows.length === 0) return <Empty>Nothing in the graph answers that. Fewer conditions find more.</Empty>;
  const load = () => {
    ask(query.name, { ...given, limit: pageSize[form], after: more.next }).then(
      (page) => setMore((before) => ({ rows: [...before.rows, ...page.rows], next: page.next })),
      (thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  };
  return (
    <>
      <p role="status">{counted(rows.length, "row")}{more.next ? ", and there are more" : ""}, in {first.milliseconds.toFixed(1)} ms.</p>
      {form === "table" && <AnswerTable caption={query.title} columns={first.columns} rows={rows} />}
      {form === "chart" && <AnswerChart title={query.title} columns={first.columns} rows={rows} />}
      {form === "graph" && <AnswerGraph title={query.title} columns={first.columns} rows={rows} />}
      {error && <Failure error={error} />}
      {more.next && <p><button type="button" class="quiet" onClick={load}>More rows</button></p>}
    </>
  );
}

/** Ways to take the question elsewhere. */
function Ways({ query, given }: { query: Query; given: Record<string, string> }) {
  const file = (format: string) => answerAddress(query.name, { ...given, format, limit: 100_000 });
  return (
    <div class="ways">
      <span>Save:</span>
      <a href={file("csv")} download={query.name + ".csv"}>CSV</a>
      <a href={file("json")} download={query.name + ".json"}>JSON</a>
      {query.formats.includes("graphml") && <a href={file("graphml")} download={query.name + ".graphml"}>GraphML</a>}
      <span>Copy:</span>
      <Copy text={command(query, given)} what="the command">command</Copy>
      <Copy text={curl(query, given)} what="the request as curl">curl</Copy>
      <Copy text={location.href} what="the address">address</Copy>
      {query.gizmo && <CayleyLink query={query} given={given} />}
    </div>
  );
}

/** A link that opens the question in Cayley's pages, where it has a form for them. */
function CayleyLink({ query, given }: { query: Query; given: Record<string, string> }) {
  const gizmo = useLoaded(query.name + JSON.stringify(given), async (signal) =>
    need(await api.GET("/api/queries/{name}/gizmo", { params: { path: { name: query.name }, query: given as never }, signal })));
  if (!gizmo.data) return null;
  return <a href={cayleyAddress(gizmo.data.gizmo)} title={gizmo.data.about}>Open in Cayley’s page</a>;
}
