// What would be read in an article that is not stored.

import type { Schemas } from "../api/client";
import { kinds, type Kind } from "../api/rows";
import { KindMark } from "../parts/links";
import { Empty } from "../parts/state";
import { counted, dayText, percent } from "../words";
import { recordsOf, type FoundRecord } from "./found";

export function Preview({ article }: { article: Schemas["ArticlePreview"] }) {
  const records = recordsOf(article.nodes ?? []);
  return (
    <article class="card preview">
      <h3>{article.headline || "No title found"}</h3>
      <p>
        {article.published ? dayText(article.published) : <strong class="wrong-text">no day found: dates in the text cannot be counted from it</strong>}
        {article.publisherName ? " · " + article.publisherName : ""}{article.authors?.length ? " · " + article.authors.join(", ") : ""}{article.url ? " · " + article.url : ""}
        {" · "}{article.loaded.change === "new" ? "not stored yet" : article.loaded.change === "changed" ? "would change a stored article" : "stored already"}
      </p>
      <p>{kinds.map((kind) => counted(records.filter((r) => r.kind === kind).length, nameOf[kind])).join(", ")}.</p>
      {records.length === 0
        ? <Empty>Nothing was found in it.</Empty>
        : <ul class="plain">{records.map((r) => <Found key={r.iri} record={r} text={article.text ?? ""} />)}</ul>}
    </article>
  );
}

const nameOf: Record<Kind, string> = { statement: "statement", demand: "demand", event: "event", position: "position", membership: "role" };

/** A record with its words and some of the text around them. */
function Found({ record, text }: { record: FoundRecord; text: string }) {
  const points = Array.from(text);
  const first = record.spans[0];
  const last = record.spans.at(-1);
  const piece = (begin: number, end: number) => points.slice(Math.max(0, begin), end).join("").replace(/\s+/g, " ");
  return (
    <li>
      <KindMark kind={record.kind} /> <strong>{record.label}</strong>{" "}
      <small>{[record.day && dayText(record.day), percent(record.confidence)].filter(Boolean).join(" · ")}</small>
      {first && last && (
        <p class="quote">…{piece(first[0] - 60, first[0])}<mark class={"mark-" + record.kind}>{piece(first[0], last[1])}</mark>{piece(last[1], last[1] + 60)}…</p>
      )}
    </li>
  );
}
