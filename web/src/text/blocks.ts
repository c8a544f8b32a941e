// An article's text as it is laid out: the blocks that belong to the article, and
// between them, line by line, what stands around it on the page.

import type { Points, Span } from "./points";
import { lines } from "./segments";

export type BlockKind = "headline" | "standfirst" | "caption" | "paragraph";

/** A part of the text; without kind it is a line of menus, dates and captions around the article. */
export interface Part extends Span {
  kind?: BlockKind;
}

export function partsOf(text: Points, blocks: readonly (Span & { kind: BlockKind })[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const linesTo = (end: number) => {
    const begin = at;
    const between = lines(text.slice(begin, end), (b, e) => text.slice(begin + b, begin + e), end - begin);
    parts.push(...between.map((l) => ({ begin: begin + l.begin, end: begin + l.end })));
  };
  for (const { kind, begin, end } of [...blocks].sort((a, b) => a.begin - b.begin)) {
    if (begin < at || end <= begin || end > text.length) continue; // of another text
    linesTo(begin);
    parts.push({ begin, end, kind });
    at = end;
  }
  linesTo(text.length);
  return parts;
}
