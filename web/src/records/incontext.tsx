import type { Evidence, Kind } from "../api/rows";
import { contextOf } from "../text/context";
import { parseSpans, type Points, type Span } from "../text/points";
import { lines, segments, within } from "../text/segments";
import type { Article } from "./article";

/** What the two ways of marking mean, by kind. */
const meaning: Record<Kind, string> = {
  demand: "what is demanded", statement: "what is said", event: "what takes place", position: "what shows the position", membership: "the office",
};

/**
 * The words of a record where they stand. Until the article is there, as evidence
 * has them; then with the words that mark the record at their exact place.
 */
export function InContext({ e, article, reach }: { e: Evidence; article?: Article | undefined; reach?: number }) {
  return (
    <figure class={"incontext is-" + e.kind}>
      <blockquote class="quote" cite={e.article_iri}>
        {article
          ? <Marked text={article.text} spans={parseSpans(e.spans)} cues={parseSpans(e.cue_spans)} orElse={parseSpans(e.or_else_span)} {...(reach && { reach })} />
          : <p>{e.before} <mark>{e.passage}</mark>{e.after}</p>}
      </blockquote>
      <figcaption>
        <small><mark aria-hidden="true">marked</mark> {meaning[e.kind]}{e.cue && <>; <span class="cue" aria-hidden="true">underlined</span> the words that tell: “{e.cue}”</>}{article && e.or_else_span && <>; <mark class="orelse" aria-hidden="true">framed</mark> what is to follow otherwise</>}</small>
      </figcaption>
    </figure>
  );
}

/** A part of a text with spans and cues marked, and the words that say what is to follow otherwise. Its pieces tell where they begin, for selections. */
export function Marked({ text, spans, cues, orElse = [], reach }: { text: Points; spans: Span[]; cues: Span[]; orElse?: Span[]; reach?: number }) {
  const context = contextOf(text, [...spans, ...cues, ...orElse], reach);
  const pieces = segments(context, [{ id: "it", spans, cues }, { id: "else", spans: orElse, cues: [] }]);
  const part = (begin: number, end: number) => text.slice(context.begin + begin, context.begin + end);
  const paragraphs = lines(text.slice(context.begin, context.end), part, context.end - context.begin)
    .map((l) => ({ begin: l.begin + context.begin, end: l.end + context.begin }));
  return (
    <>
      {paragraphs.map((line, i) => (
        <p key={line.begin}>
          {i === 0 && context.cutBefore && "… "}
          {within(line, pieces).map((s) => {
            const name = [s.cueOf.length > 0 && "cue", s.ids.includes("else") && (s.ids.includes("it") ? "orelse both" : "orelse")].filter(Boolean).join(" ") || undefined;
            const words = text.slice(s.begin, s.end);
            return s.ids.length > 0
              ? <mark key={s.begin} class={name} data-begin={s.begin}>{words}</mark>
              : <span key={s.begin} class={name} data-begin={s.begin}>{words}</span>;
          })}
          {i === paragraphs.length - 1 && context.cutAfter && " …"}
        </p>
      ))}
    </>
  );
}
