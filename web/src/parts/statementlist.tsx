import { recordAddress } from "../address";
import type { Ref } from "../api/client";
import "../styles/demandlist.css";
import { ActorLinks, ArticleLink, Confidence, Day } from "./links";

/** How an article gives what was said. */
const speech = { direct: "quoted", mixed: "partly quoted", indirect: "in the article’s words" };

interface Statement {
  record: string;
  day: string | null;
  addressee: Ref[] | null;
  what: string;
  quoted: keyof typeof speech | null;
  article: string;
  article_iri: string;
  publisher: string | null;
  confidence: number;
}

/** Statements of one speaker: what was said, to whom, and which article says so. */
export function StatementList({ rows }: { rows: readonly Statement[] }) {
  return (
    <ol class="demands">
      {rows.map((row) => (
        <li key={row.record}>
          <p class="quote"><a href={recordAddress(row.record)}>{row.what}</a></p>
          <p class="source">
            {row.addressee?.length ? <>to <ActorLinks actors={row.addressee} /> · </> : null}
            <Day day={row.day} /> · <Confidence value={row.confidence} /> ·{" "}
            {row.quoted && <>{speech[row.quoted]} · </>}
            <ArticleLink iri={row.article_iri} title={row.article} record={row.record} />
            {row.publisher && <> · {row.publisher}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
