import type { Ref } from "../api/client";
import type { Evidence } from "../api/rows";
import { useAnswer } from "../api/use";
import { ActorLinks, ArticleLink, Day, RecordLink } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { percent } from "../words";

interface AnswerRow {
  answered: boolean;
  answer_day: string | null;
  answer: string | null;
  why: string | null;
  counts: boolean | null;
  answer_by: Ref[] | null;
  article: string | null;
  publisher: string | null;
  answer_record: string | null;
  article_iri: string | null;
}

/** Whether a demand was answered, by whom, and why that counts as an answer. */
export function AnswersTo({ e }: { e: Evidence }) {
  const answer = useAnswer<AnswerRow>("answers", { record: e.record });
  return (
    <Await of={answer} what="answers">
      {({ rows }) => {
        const found = rows.filter((r) => r.answer_record);
        if (found.length === 0) return <Empty>No answer was found in the graph within a year. That does not say that there was none.</Empty>;
        return (
          <ul class="plain">
            {found.map((r) => (
              <li key={r.answer_record}>
                <Day day={r.answer_day} />, <ActorLinks actors={r.answer_by} />: <RecordLink iri={r.answer_record ?? ""}>{r.answer}</RecordLink>
                <small>{r.counts ? "Counts as an answer" : "Does not count as an answer"}: {r.why}. {r.publisher}{r.article_iri && <>, <ArticleLink iri={r.article_iri} title={r.article} record={r.answer_record ?? ""} /></>}</small>
              </li>
            ))}
          </ul>
        );
      }}
    </Await>
  );
}

interface Copy {
  published: string | null;
  publisher: string | null;
  article: string;
  common: number;
  article_iri: string;
}

/** Articles that print nearly the same text. */
export function Copies({ article }: { article: string }) {
  const answer = useAnswer<Copy>("copies", { article });
  return (
    <Await of={answer} what="copies">
      {({ rows }) => {
        const others = rows.filter((r) => r.article_iri !== article);
        if (others.length === 0) return <Empty>No other article in the graph prints this text.</Empty>;
        return (
          <ul class="plain">
            {others.map((r) => <li key={r.article_iri}>{r.publisher ?? "no publisher"}, <Day day={r.published} />: <ArticleLink iri={r.article_iri} title={r.article} /> <small>{percent(r.common)} of the words in common</small></li>)}
          </ul>
        );
      }}
    </Await>
  );
}
