// An article to be added: what would be read in it is shown before it is stored.

import { useState } from "preact/hooks";
import { articleAddress } from "../address";
import { loadArticles, previewArticles, type Document } from "../api/send";
import { useLoaded } from "../api/use";
import { Hindered, NeedsToken } from "../parts/hindered";
import { Await } from "../parts/state";
import { useMemory } from "../memory";
import { counted } from "../words";
import { articleDocument, emptyArticle, type ArticleFields } from "./entry";
import { Preview } from "./preview";
import { Done, useStoring } from "./storing";

export function AddArticle() {
  const [fields, setFields] = useState(emptyArticle);
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<{ doc: Document; key: string }>();
  const set = (name: keyof ArticleFields, value: string) => setFields((before) => ({ ...before, [name]: value }));
  const preview = () => {
    const doc = file ? { name: file.name, type: file.type || "application/octet-stream", body: file } : articleDocument(fields);
    setShown({ doc, key: String(performance.now()) });
  };
  return (
    <div class="add-article">
      <form onSubmit={(e) => { e.preventDefault(); preview(); }}>
        <div class="add-fields">
          <TextField label="Title" value={fields.title} onChange={(v) => set("title", v)} />
          <TextField label="Publisher" value={fields.publisher} onChange={(v) => set("publisher", v)} />
          <TextField label="Published" value={fields.published} onChange={(v) => set("published", v)} placeholder="2021-12-31" pattern="\d{4}-\d\d-\d\d.*" />
          <TextField label="Address" value={fields.url} onChange={(v) => set("url", v)} placeholder="https://…" pattern="https?://.+" />
        </div>
        <p><small>Leave these empty when the pasted text has its head: title, publisher and day are found in it. Nothing is fetched from the address.</small></p>
        <div class="field">
          <label for="add-text">Text</label>
          <textarea id="add-text" rows={14} value={fields.text} disabled={file !== undefined} required={file === undefined}
            onInput={(e) => set("text", e.currentTarget.value)} />
        </div>
        <div class="field">
          <label for="add-file">or a file: page, text, JSON, JSON Lines, RSS, Atom</label>
          <input id="add-file" type="file" onChange={(e) => setFile(e.currentTarget.files?.[0])} />
        </div>
        <p class="buttons"><button type="submit">Show what would be read</button></p>
      </form>
      {shown && <Result key={shown.key} doc={shown.doc} id={shown.key} />}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  pattern?: string;
}

function TextField({ label, value, onChange, ...rest }: TextFieldProps) {
  const id = "add-" + label.toLowerCase();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" value={value} onInput={(e) => onChange(e.currentTarget.value)} {...rest} />
    </div>
  );
}

/** What would be read, and the button that stores it. */
function Result({ doc, id }: { doc: Document; id: string }) {
  const preview = useLoaded(id, (signal) => previewArticles(doc, signal));
  const [token] = useMemory("token");
  const storing = useStoring(() => loadArticles(doc));
  return (
    <section aria-label={storing.done ? "What was read" : "What would be read"}>
      <Await of={preview} what="what the article says">
        {({ articles }) => (
          <>
            <h2>{counted(articles?.length ?? 0, "article")}: {storing.done ? "what was read" : "what would be read"}</h2>
            {storing.done
              ? (
                <Done>
                  Stored: {storing.done.articles?.map((a, i) => <span key={a.iri}>{i > 0 && ", "}<a href={articleAddress(a.iri)}>{a.title || a.iri}</a> ({a.change})</span>)}
                </Done>
              )
              : (
                <p class="buttons">
                  <button type="button" onClick={storing.start} disabled={!token} aria-disabled={storing.busy}>Store</button>
                  {!token && <NeedsToken what="Storing" />}
                </p>
              )}
            {storing.hindrance && <Hindered by={storing.hindrance} />}
            {articles?.map((article) => <Preview key={article.iri} article={article} isStored={storing.done !== undefined} />)}
          </>
        )}
      </Await>
    </section>
  );
}
