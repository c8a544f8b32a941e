import { recordAddress } from "../address";
import type { SaidRow } from "../actor/rows";
import { quotedText } from "../records/explain";
import "../styles/demandlist.css";
import { ActorLinks, ArticleLink, Confidence, Day } from "./links";

/** Statements of one speaker: what was said, to whom, and which article says so. */
export function StatementList({ rows }: { rows: readonly SaidRow[] }) {
  return (
    <ol class="demands">
      {rows.map((row) => (
        <li key={row.record}>
          <p class="quote"><a href={recordAddress(row.record)}>{row.what}</a></p>
          <p class="source">
            {row.addressee?.length ? <>to <ActorLinks actors={row.addressee} /> · </> : null}
            <Day day={row.day} /> · <Confidence value={row.confidence} /> ·{" "}
            {row.quoted && <>{quotedText[row.quoted]} · </>}
            <ArticleLink iri={row.article_iri} title={row.article} record={row.record} />
            {row.publisher && <> · {row.publisher}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
