// The text of an article with its records marked. Records overlap and have gaps,
// so the text is cut at all their boundaries, and each piece knows its records.

import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import { kindNames, type Kind } from "../api/rows";
import { partsOf, type Part } from "../text/blocks";
import { segments, within, type Segment } from "../text/segments";
import type { Article } from "./article";
import type { ArticleRecord } from "./articlerecords";
import { nextAt } from "./toggle";

interface Props {
  article: Article;
  records: ArticleRecord[];
  active: string | undefined;
  onOpen: (iri: string) => void;
}

export function ArticleText({ article, records, active, onOpen }: Props) {
  const { text, about } = article;
  const parts = useMemo(() => partsOf(text, about.blocks), [article]);
  const byLine = useMemo(() => {
    const all = segments({ begin: 0, end: text.length }, records.map((r) => ({ id: r.iri, spans: r.spans, cues: r.cues })));
    return parts.map((part) => within(part, all));
  }, [article, records]);
  const kinds = useMemo(() => new Map(records.map((r) => [r.iri, r.kind])), [records]);
  const entry = active && kinds.has(active) ? active : records[0]?.iri;
  return (
    <div class="articletext" lang={about.language ?? "en"}>
      {parts.map((part, i) => {
        const pieces = byLine[i] ?? [];
        const touched = active && pieces.some((s) => s.ids.includes(active) || s.cueOf.includes(active)) ? active : undefined;
        return (
          <Line key={part.begin} pieces={pieces} article={article} kinds={kinds} active={touched} onOpen={onOpen}
            entry={entry && pieces.some((s) => s.starts.includes(entry)) ? entry : undefined}
            look={about.blocks.length > 0 ? part.kind ?? "around" : undefined} />
        );
      })}
    </div>
  );
}

interface LineProps {
  pieces: Segment[];
  article: Article;
  kinds: ReadonlyMap<string, Kind>;
  active: string | undefined;
  /** The record by which the Tab key comes into the text. */
  entry: string | undefined;
  /** Undefined where nothing is known of the parts. */
  look: Part["kind"] | "around" | undefined;
  onOpen: (iri: string) => void;
}

/** Drawn anew only when a record of its own becomes active, so that long articles stay quick. */
const Line = memo(({ pieces, article, kinds, active, entry, look, onOpen }: LineProps) => (
  <p class={look && "block-" + look}>
    {pieces.map((s) => <Piece key={s.begin} s={s} words={article.text.slice(s.begin, s.end)} kinds={kinds} active={active} entry={entry} onOpen={onOpen} />)}
  </p>
), (a, b) => a.pieces === b.pieces && a.active === b.active && a.entry === b.entry && a.kinds === b.kinds && a.look === b.look);

interface PieceProps {
  s: Segment;
  words: string;
  kinds: ReadonlyMap<string, Kind>;
  active: string | undefined;
  entry: string | undefined;
  onOpen: (iri: string) => void;
}

function Piece({ s, words, kinds, active, entry, onOpen }: PieceProps) {
  const cue = active !== undefined && s.cueOf.includes(active) ? "cue" : "";
  if (s.ids.length === 0) return <span data-begin={s.begin} class={cue || undefined}>{words}</span>;
  const isActive = active !== undefined && s.ids.includes(active);
  const front = isActive ? active : s.ids[0] ?? "";
  const others = [...new Set(s.ids.filter((id) => id !== front).map((id) => kinds.get(id)))].filter((k) => k !== undefined);
  const open = () => {
    if (!getSelection()?.isCollapsed) return; // somebody selects words
    const next = nextAt(s.ids, isActive ? active : undefined);
    if (next) onOpen(next);
  };
  const starts = s.starts.length > 0;
  return (
    <mark data-begin={s.begin} class={["on-" + kinds.get(front), isActive && "active", cue].filter(Boolean).join(" ")}
      style={others.length > 0 ? { boxShadow: underlines(others) } : undefined} onClick={open}
      {...(starts && {
        role: "button", tabIndex: entry && s.starts.includes(entry) ? 0 : -1, "aria-pressed": isActive,
        "data-starts": s.starts.join(" "), "data-tag": [...s.starts].reverse().map((id) => letterOf(kinds.get(id))).join(""),
        onKeyDown: (e: KeyboardEvent) => {
          if (e.key !== "Enter" && e.key !== " ") return;
          e.preventDefault();
          open();
        },
      })}>{words}</mark>
  );
}

/** The letter by which the text tells a kind. */
export const letterOf = (kind: Kind | undefined): string => (kind ? kindNames[kind].slice(0, 1) : "");

/** A line for each kind that lies behind, one below the other. */
function underlines(kinds: readonly Kind[]): string {
  return kinds.slice(0, 3).flatMap((k, i) => [`0 ${3 * i + 2}px 0 0 var(--${k})`, `0 ${3 * i + 3}px 0 0 var(--ground)`]).join(", ");
}
