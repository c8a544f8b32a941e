// An article with all its records where they stand.

import "../styles/record.css";
import "../styles/article.css";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { change, long, short, toggled } from "../address";
import { kindNames, kinds } from "../api/rows";
import type { ViewProps } from "../app";
import { useKeys } from "../keys";
import { isStill } from "../parts/motion";
import { Filters } from "../parts/filters";
import { Await, Empty, Failure } from "../parts/state";
import { useTitle } from "../parts/title";
import { useArticle, type Article } from "../records/article";
import { step } from "../records/articlerecords";
import { ArticleData, Panel, RecordList } from "../records/articleside";
import { ArticleText, letterOf } from "../records/articletext";
import { hiddenKinds, shownRecords } from "../records/toggle";
import { counted, dayText } from "../words";

export function ArticleView({ address }: ViewProps) {
  const path = address.path.slice(1).join("/");
  const article = useArticle(path ? "article/" + path : undefined);
  useTitle(article.data?.about.headline || "Article");
  if (!path) return <><h1>Article</h1><Empty>The address names no article. <a href="#/articles">All articles</a></Empty></>;
  if (article.error) return <><h1>Article</h1><Failure error={article.error} /></>;
  return <Await of={article} what="the article">{(data) => <Whole key={data.about.iri} article={data} params={address.params} />}</Await>;
}

function Whole({ article, params }: { article: Article; params: Readonly<Record<string, string>> }) {
  const { about } = article;
  const hidden = hiddenKinds(params.hide);
  const confidence = Number(params.confidence ?? 0) || 0;
  const records = useMemo(() => shownRecords(article.records, hidden, confidence), [article, params.hide, confidence]);
  const active = params.record && long(params.record);
  const goes = useRef(true); // whether the text scrolls to the active record: unless somebody pressed it there
  const text = useRef<HTMLDivElement>(null);
  const open = (iri: string | undefined, scroll: boolean) => {
    goes.current = scroll;
    change({ record: iri && short(iri) });
  };
  const placeOf = (iri: string) => text.current?.querySelector<HTMLElement>(`[data-starts~="${CSS.escape(iri)}"]`);
  const close = () => {
    if (!active) return;
    open(undefined, false);
    placeOf(active)?.focus({ preventScroll: true }); // the button that closes goes
  };
  const stepBy = (by: 1 | -1) => open(step(records, active, by), true);
  useEffect(() => {
    const isWanted = goes.current;
    goes.current = true;
    if (!active || !isWanted) return;
    const place = placeOf(active);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "center", behavior: isStill() ? "auto" : "smooth" });
  }, [active]);
  useKeys({ j: () => stepBy(1), k: () => stepBy(-1), Escape: close });
  const at = records.findIndex((r) => r.iri === active);
  return (
    <article class="articleview">
      <header>
        <h1>{about.headline || "Article without title"}</h1>
        <p class="from">{[about.publisherName, dayText(about.published), about.authors?.join(", ")].filter(Boolean).join(" · ")}</p>
        <Toolbar article={article} params={params} shown={records.length} />
      </header>
      <div class="text" ref={text}>
        <ArticleText article={article} records={records} active={active} onOpen={(iri) => open(iri, false)} />
      </div>
      <aside aria-label="Records and data of the article">
        {active
          ? <Panel iri={active} article={article} place={at < 0 ? "" : `${at + 1} of ${records.length}`} onClose={close} onStep={stepBy} />
          : <section class="card intro"><p>Choose marked words to see what they say, or go from record to record with <kbd>j</kbd> and <kbd>k</kbd>.</p></section>}
        <section class="card" aria-labelledby="data"><h2 id="data">Article</h2><ArticleData article={article} /></section>
        <section class="card" aria-labelledby="list"><h2 id="list">{counted(records.length, "record")} in the order of the text</h2><RecordList records={records} active={active} onOpen={(iri) => open(iri, true)} /></section>
      </aside>
    </article>
  );
}

/** Which kinds are shown, also what the colours and letters mean; and how sure. */
function Toolbar({ article, params, shown }: { article: Article; params: Readonly<Record<string, string>>; shown: number }) {
  const hidden = hiddenKinds(params.hide);
  return (
    <div class="toolbar">
      <div class="kinds" role="group" aria-label="Kinds of record that are marked">
        {kinds.map((kind) => {
          const n = article.records.filter((r) => r.kind === kind).length;
          return (
            <button key={kind} type="button" class={"kindtoggle on-" + kind} aria-pressed={!hidden.has(kind)} disabled={n === 0} onClick={() => change({ hide: toggled(params.hide, kind) })}>
              <b aria-hidden="true">{letterOf(kind)}</b> {kindNames[kind]} <span class="count">{n}</span>
            </button>
          );
        })}
      </div>
      <Filters show={["confidence"]} params={params} />
      {shown < article.records.length && <small>{counted(shown, "record")} of {article.records.length} shown</small>}
    </div>
  );
}
