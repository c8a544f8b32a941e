// The other articles that carry a demand, and how their words differ.

import type { Ref } from "../api/client";
import type { Evidence, Strength } from "../api/rows";
import { useAnswer } from "../api/use";
import { ActorLinks, ArticleLink, Day, RecordLink, StrengthMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { alike, difference } from "../text/wording";
import { counted } from "../words";

/** A row of reported-by. */
interface Witness {
  reports: number;
  articles: number;
  report: number;
  day: string | null;
  of: Ref[] | null;
  what: string;
  strength: Strength | null;
  article: string;
  publisher: string | null;
  published: string | null;
  article_iri: string;
  record: string;
}

export function Witnesses({ e }: { e: Evidence }) {
  const answer = useAnswer<Witness>("reported-by", { record: e.record });
  return (
    <Await of={answer} what="the other reports">
      {({ rows }) => {
        const own = rows.find((r) => r.record === e.record);
        const others = rows.filter((r) => r.record !== e.record);
        if (others.length === 0) return <Empty>Only this article carries it, as far as the graph knows.</Empty>;
        return (
          <>
            <p>{counted(rows[0]?.reports ?? 1, "independent report")} in {counted(rows[0]?.articles ?? 1, "article")}. {" "}
              Compared with the words above: <ins>added</ins>, <del>left out</del>.</p>
            <ul class="witnesses plain">
              {others.map((w) => <WitnessItem key={w.record} w={w} ours={e.quote} own={own} />)}
            </ul>
          </>
        );
      }}
    </Await>
  );
}

function WitnessItem({ w, ours, own }: { w: Witness; ours: string; own: Witness | undefined }) {
  const place = w.article_iri === own?.article_iri ? "the same article" : w.report === own?.report ? "printed from the same text" : "";
  return (
    <li>
      <p class="source">
        <strong>{w.publisher ?? "no publisher"}</strong>, <Day day={w.published} />: <ArticleLink iri={w.article_iri} title={w.article} record={w.record} />
        {place && <span class="mark">{place}</span>}
      </p>
      <Wording ours={ours} theirs={w.what} />
      <p class="more"><StrengthMark strength={w.strength} /> of <ActorLinks actors={w.of} />, <Day day={w.day} /> · <RecordLink iri={w.record}>its record</RecordLink></p>
    </li>
  );
}

/** Words of another report, with what differs from ours; where little is common, as they are. */
function Wording({ ours, theirs }: { ours: string; theirs: string }) {
  const { parts, share } = difference(ours, theirs);
  if (share < alike) return <p class="quote wording">“{theirs}” <small>in other words</small></p>;
  if (share === 1 && parts.every((p) => p.is === "same")) return <p class="quote wording">“{theirs}” <small>in the same words</small></p>;
  return (
    <p class="quote wording">
      {parts.map((p, i) => {
        if (p.is === "same") return <span key={i}>{p.text}</span>;
        const Tag = p.is === "added" ? "ins" : "del";
        return <Tag key={i}><span class="hidden"> [{p.is === "added" ? "added" : "left out"}: </span>{p.text}<span class="hidden">] </span></Tag>;
      })}
    </p>
  );
}
