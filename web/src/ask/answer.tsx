// The answer to a question: as table, chart or graph, to be saved and copied.

import { change } from "../address";
import { answerAddress, api, need, type Answer, type Row } from "../api/client";
import { usePages, type Pages } from "../api/more";
import { useLoaded } from "../api/use";
import { Copy } from "../parts/copy";
import { More } from "../parts/more";
import { Await, Empty } from "../parts/state";
import { AnswerTable } from "../parts/table";
import { counted } from "../words";
import { AnswerChart } from "./chart";
import { AnswerGraph } from "./graph";
import { asSetting, cayleyAddress, command, curl, formsOf, type Form, type Query } from "./question";

/** Rows of a page. A chart and a graph want more than a table. */
const pageSize: Record<Form, number> = { table: 50, chart: 5000, graph: 5000 };

const formNames: Record<Form, string> = { table: "Table", chart: "Chart", graph: "Graph" };

export function AnswerPane({ query, given, form, hide }: { query: Query; given: Record<string, string>; form: Form; hide: string | undefined }) {
  const forms = formsOf(query.columns ?? []);
  const shown = forms.includes(form) ? form : "table";
  const pages = usePages(query.name, { ...given, limit: pageSize[shown] });
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
      <Await of={pages.first} what="the answer">
        {(first) => <Shown query={query} first={first} pages={pages} form={shown} hide={hide} />}
      </Await>
    </section>
  );
}

/** The rows so far, and the way to more. */
function Shown({ query, first, pages, form, hide }: { query: Query; first: Answer; pages: Pages<Row>; form: Form; hide: string | undefined }) {
  const { rows } = pages;
  if (rows.length === 0) return <Empty>Nothing in the graph answers that. Fewer conditions find more.</Empty>;
  const drawn = { title: query.title, columns: first.columns, rows };
  return (
    <>
      <p role="status">{counted(rows.length, "row")}{pages.more ? ", and there are more" : ""}, in {first.milliseconds.toFixed(1)} ms.</p>
      {form === "table" && <AnswerTable caption={query.title} columns={first.columns} rows={rows} />}
      {form === "chart" && <AnswerChart {...drawn} hide={hide} />}
      {form === "graph" && <AnswerGraph {...drawn} />}
      <More of={pages} what="rows" />
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
  return <a href={cayleyAddress(gizmo.data.gizmo)} title={`${gizmo.data.about} Press Run there.`}>Open in Cayley’s page</a>;
}
