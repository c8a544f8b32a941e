import { recordAddress } from "../address";
import type { Ref } from "../api/client";
import "../styles/demandlist.css";
import { ActorLinks, ArticleLink, Confidence, Day } from "./links";

interface Statement {
  record: string;
  day: string | null;
  addressee: Ref[] | null;
  what: string;
  quoted: string | null;
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
            {row.quoted && <>{row.quoted === "mixed" ? "partly quoted" : row.quoted === "direct" ? "quoted" : "not quoted"} · </>}
            <Day day={row.day} /> · <ArticleLink iri={row.article_iri} title={row.article} record={row.record} />
            {row.publisher && <> · {row.publisher}</>} <Confidence value={row.confidence} />
          </p>
        </li>
      ))}
    </ol>
  );
}
