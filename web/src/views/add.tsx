// Adding: an article, or an actor that the catalogue lacks.

import { format } from "../address";
import type { ViewProps } from "../app";
import { AddActor } from "../add/actor";
import { AddArticle } from "../add/article";
import { useTitle } from "../parts/title";
import "../styles/add.css";

/** Settings: kind=actor, with id for one that is changed or name for a new one. */
export function AddView({ address }: ViewProps) {
  const { kind, id, name } = address.params;
  const actor = kind === "actor";
  useTitle(actor ? "Add an actor" : "Add an article");
  return (
    <>
      <h1>Add</h1>
      <nav class="tabs" aria-label="What to add">
        <a href={format(["add"])} aria-current={actor ? undefined : "page"}>An article</a>
        <a href={format(["add"], { kind: "actor" })} aria-current={actor ? "page" : undefined}>An actor</a>
      </nav>
      {actor ? <AddActor key={(id ?? "") + (name ?? "")} id={id} name={name} /> : <AddArticle />}
    </>
  );
}
