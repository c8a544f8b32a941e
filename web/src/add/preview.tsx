// What is read in an article that may not be stored: its text with the records
// marked, and the list of them.

import { useMemo, useState } from "preact/hooks";
import type { Schemas } from "../api/client";
import { kindNames, kinds, type Kind } from "../api/rows";
import { Empty } from "../parts/state";
import type { Article } from "../records/article";
import { recordsOf } from "../records/articlerecords";
import { RecordList } from "../records/articleside";
import { ArticleText } from "../records/articletext";
import { Points } from "../text/points";
import { counted, dayText } from "../words";
import "../styles/article.css";

const changes: Record<string, string> = { new: "not stored yet", changed: "would change a stored article", unchanged: "stored already" };

/** @param isStored whether it was stored since */
export function Preview({ article: about, isStored }: { article: Schemas["ArticlePreview"]; isStored: boolean }) {
  const [active, setActive] = useState<string>();
  const article = useMemo((): Article => ({ about, text: new Points(about.text ?? ""), records: recordsOf(about.nodes) }), [about]);
  const { records } = article;
  const count = (kind: Kind) => counted(records.filter((r) => r.kind === kind).length, kindNames[kind].toLowerCase());
  return (
    <article class="card preview">
      <h3>{about.headline || "No title found"}</h3>
      <p>
        {about.published ? dayText(about.published) : <strong class="wrong-text">no day found: “on Thursday” and the like cannot be dated</strong>}
        {[about.publisherName, about.authors?.join(", "), about.url].filter(Boolean).map((text) => " · " + text)}
        {" · "}{isStored ? "stored" : changes[about.loaded.change] ?? about.loaded.change}
      </p>
      <p>{kinds.map(count).join(", ")}.</p>
      {records.length === 0 && <Empty>Nothing was found in it.</Empty>}
      <div class="preview-parts">
        <ArticleText article={article} records={records} active={active} onOpen={setActive} />
        {records.length > 0 && <RecordList records={records} active={active} onOpen={setActive} />}
      </div>
    </article>
  );
}
