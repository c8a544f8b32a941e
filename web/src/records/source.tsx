// Where a record comes from: its article, what found it, how to cite it, all its values.

import type { Evidence } from "../api/rows";
import { Copy } from "../parts/copy";
import { ArticleLink, Confidence, Day } from "../parts/links";
import { safeLink } from "./articlerecords";
import { citation } from "./citation";
import { confidenceText, ruleText } from "./explain";

/** A link out only where a browser may follow it; else the bare text. */
export function Outside({ url }: { url: string }) {
  const href = safeLink(url);
  return href ? <a class="outside" href={href} rel="noopener noreferrer external">{url}</a> : <span class="outside">{url}</span>;
}

export function Source({ e }: { e: Evidence }) {
  return (
    <dl class="facts">
      <div><dt>Article</dt><dd><ArticleLink iri={e.article_iri} title={e.article} record={e.record} /></dd></div>
      <div><dt>Publisher</dt><dd>{e.publisher ?? <span class="nobody">not named</span>}</dd></div>
      <div><dt>Published</dt><dd><Day day={e.published} /></dd></div>
      {e.url && <div><dt>Address</dt><dd><Outside url={e.url} /></dd></div>}
    </dl>
  );
}

export function HowFound({ e }: { e: Evidence }) {
  return (
    <dl class="facts">
      <div><dt>Found by</dt><dd>{ruleText(e.rule)}<small><code>{e.rule}</code></small></dd></div>
      <div><dt>Confidence</dt><dd><Confidence value={e.confidence} /><small>{confidenceText(e)}</small></dd></div>
    </dl>
  );
}

/** @param doubted whether a reviewer corrected or rejected the record, which the citation does not say */
export function CopyCitation({ e, doubted }: { e: Evidence; doubted: boolean }) {
  const text = citation(e);
  return (
    <div class="citation">
      <p class="cited">{text}</p>
      <p><Copy text={text} what="citation">Copy citation</Copy>{doubted && <small> as extracted; a reviewer corrected or rejected it</small>}</p>
    </div>
  );
}

/** All values as the question gives them. */
export function RawValues({ e }: { e: Evidence }) {
  const values = Object.entries(e).filter(([, value]) => value !== null && value !== "");
  return (
    <details class="raw">
      <summary>All values as stored</summary>
      <dl>
        {values.map(([name, value]) => <div key={name}><dt><code>{name}</code></dt><dd><code>{typeof value === "object" ? JSON.stringify(value) : String(value)}</code></dd></div>)}
      </dl>
    </details>
  );
}
