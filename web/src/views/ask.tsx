// The saved queries: all of them, or one with its form and answer.

import { useState } from "preact/hooks";
import { askAddress, open } from "../address";
import { api, need } from "../api/client";
import { useLoaded } from "../api/use";
import type { ViewProps } from "../app";
import { AnswerPane } from "../ask/answer";
import { QuestionForm } from "../ask/form";
import { firstSentence, grouped } from "../ask/groups";
import { argumentsOf, asSetting, conditions, hideSetting, labelOf, missing, type Form, type Query } from "../ask/question";
import { Await, Empty, Failure } from "../parts/state";
import { useNarrow } from "../parts/narrow";
import { useTitle } from "../parts/title";
import "../styles/ask.css";

export function AskView({ address }: ViewProps) {
  const list = useLoaded("queries", async (signal) => need(await api.GET("/api/queries", { signal })));
  const name = address.path[1];
  useTitle(list.data?.queries?.find((q) => q.name === name)?.title ?? "Ask");
  if (list.error) return <><h1>Ask</h1><Failure error={list.error} /></>;
  return (
    <Await of={list} what="the questions">
      {({ queries, problems }) => {
        const query = queries?.find((q) => q.name === name);
        if (query) return <Question query={query} params={address.params} all={queries ?? []} />;
        return (
          <>
            <h1>Ask</h1>
            {name && <Empty>There is no question “{name}”.</Empty>}
            {problems?.map((p) => <p key={p} class="failure" role="alert">{p}</p>)}
            <QueryList queries={queries ?? []} />
          </>
        );
      }}
    </Await>
  );
}

function QueryList({ queries }: { queries: Query[] }) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = queries.filter((q) => (q.name + q.title + q.explanation).toLowerCase().includes(wanted));
  return (
    <>
      <div class="field query-search">
        <label for="query-search">Search the questions</label>
        <input id="query-search" type="search" value={text} onInput={(e) => setText(e.currentTarget.value)} />
      </div>
      {grouped(found).map(({ title, queries: list }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="queries">
            {list.map((q) => (
              <li key={q.name} class="card">
                <h3><a href={askAddress(q.name)}>{q.title}</a></h3>
                <p>{firstSentence(q.explanation)}</p>
                <small><code>{q.name}</code></small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <Empty>No question has these words.</Empty>}
    </>
  );
}

function Question({ query, params, all }: { query: Query; params: Readonly<Record<string, string>>; all: Query[] }) {
  const given = argumentsOf(query, params);
  const lacking = missing(query, given);
  const isNarrow = useNarrow();
  const form = (
    <QuestionForm key={query.name} query={query} given={given}
      onAsk={(values) => open(askAddress(query.name, { ...values, [asSetting]: params[asSetting] }))} />
  );
  return (
    <>
      <div class="ask-head">
        <h1>{query.title}</h1>
        <div class="field">
          <label for="other-query">Another question</label>
          <select id="other-query" value={query.name} onChange={(e) => open(askAddress(e.currentTarget.value))}>
            {all.map((q) => <option key={q.name} value={q.name}>{q.title}</option>)}
          </select>
        </div>
      </div>
      <p class="explanation">{query.explanation}</p>
      {/* On phones the form is longer than the window; it folds again with each question. */}
      {isNarrow && lacking.length === 0
        ? <details key={query.name + JSON.stringify(given)} class="folded-question"><summary>Conditions: {conditions(query, given) || "none"}</summary>{form}</details>
        : form}
      {lacking.length > 0
        ? <Empty>Give {lacking.map(labelOf).join(" and ")}, then ask.</Empty>
        : <AnswerPane key={query.name} query={query} given={given} form={(params[asSetting] as Form | undefined) ?? "table"} hide={params[hideSetting]} />}
    </>
  );
}
