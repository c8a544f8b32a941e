// Which code points of an article the user has selected. Pieces of its text are
// elements with data-begin, each with one text node.

import type { Span } from "./points";
import { countPoints } from "./points";

/** The selected part of the text in the element, without blanks at its ends; undefined when there is none. */
export function selectedSpan(inside: Element | Document = document): Span | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const pieces = [...inside.querySelectorAll<HTMLElement>("[data-begin]")].filter((p) => range.intersectsNode(p));
  const spans = pieces.map((piece) => spanIn(piece, range)).filter((s) => s.begin < s.end);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { begin: first.begin, end: last.end } : undefined;
}

function spanIn(piece: HTMLElement, range: Range): Span {
  const text = piece.textContent ?? "";
  const begin = Number(piece.dataset.begin);
  const from = piece.contains(range.startContainer) && range.startContainer.nodeType === Node.TEXT_NODE ? range.startOffset : 0;
  const to = piece.contains(range.endContainer) && range.endContainer.nodeType === Node.TEXT_NODE ? range.endOffset : text.length;
  const chosen = text.slice(from, to);
  const lead = chosen.length - chosen.trimStart().length;
  return { begin: begin + countPoints(text.slice(0, from + lead)), end: begin + countPoints(text.slice(0, from + chosen.trimEnd().length)) };
}
