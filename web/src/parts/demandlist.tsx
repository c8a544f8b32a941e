import type { DemandRow } from "../api/rows";
import "../styles/demandlist.css";
import { recordAddress } from "../address";
import { ActorLink, ActorLinks, ArticleLink, Confidence, Day, PolarityMark, StrengthMark } from "./links";

/** Demands as sentences: who, of whom, in what words, and which article says so. */
export function DemandList({ rows, fresh }: { rows: readonly DemandRow[]; fresh?: ReadonlySet<string> }) {
  return (
    <ol class="demands">
      {rows.map((row) => (
        <li key={row.record}>
          <p class="who">
            <ActorLink actor={row.by} /> <span aria-hidden="true" class="arrow">→</span><span class="hidden">demands of</span>{" "}
            <ActorLinks actors={row.of} />{" "}
            {row.polarity === "dont" && <PolarityMark polarity={row.polarity} />} <StrengthMark strength={row.strength} />{" "}
            {fresh?.has(row.article_iri) && <span class="mark new">new</span>}
          </p>
          <p class="quote"><a href={recordAddress(row.record)}>{row.what}</a></p>
          <p class="source">
            <Day day={row.day} /> · <Confidence value={row.confidence} /> · <ArticleLink iri={row.article_iri} title={row.article} record={row.record} />
            {row.publisher && <> · {row.publisher}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
