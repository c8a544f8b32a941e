import { askAddress, recordAddress } from "../address";
import { useAnswer } from "../api/use";
import { rangeText } from "../chart/periods";
import { ActorLink, ArticleLink, PolarityMark, StrengthMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";
import type { UnansweredRow } from "./rows";

/** Demands on an actor to which no loaded article has an answer. */
export function Unanswered({ id, since, until }: { id: string; since: string | undefined; until: string | undefined }) {
  const answer = useAnswer<UnansweredRow>("unanswered", { of: id, since, until, limit: 50 });
  return (
    <Await of={answer} what="demands without an answer, which takes a while">
      {({ rows, next }) => (
        <>
          <p class="note">
            No answer was found in the articles that were loaded; there may be one elsewhere. Who speaks for an actor counts as it.{" "}
            <a href={askAddress("answers", { of: id, since, until })}>What was found as answers to others</a>
          </p>
          {rows.length === 0 ? <Empty>None.</Empty> : <ol class="demands">{rows.map((row) => <Item key={row.group} row={row} />)}</ol>}
          {next && <p><a href={askAddress("unanswered", { of: id, since, until })}>All as a table</a></p>}
        </>
      )}
    </Await>
  );
}

function Item({ row }: { row: UnansweredRow }) {
  return (
    <li>
      <p class="who"><ActorLink actor={row.by} /> {row.polarity === "dont" && <PolarityMark polarity={row.polarity} />} <StrengthMark strength={row.strength} /></p>
      <p class="quote"><a href={recordAddress(row.record)}>{row.what}</a></p>
      <p class="source">
        {row.first && row.last && rangeText(row.first, row.last)} · {counted(row.reports, "report")} · <ArticleLink iri={row.article_iri} title={row.article} record={row.record} />
        {" "}· {counted(row.searched, "record")} searched for an answer
      </p>
    </li>
  );
}
