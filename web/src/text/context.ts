// The part of an article that one needs to read to understand a record.

import type { Points, Span } from "./points";

/** The part shown, and whether the article goes on before and behind it on the same line. */
export interface Context extends Span {
  cutBefore: boolean;
  cutAfter: boolean;
}

/**
 * The paragraphs in which the places lie; of long ones, about as much before and
 * behind as reach says, cut between words.
 */
export function contextOf(text: Points, places: readonly Span[], reach = 320): Context {
  const first = Math.min(...places.map((p) => p.begin), text.length);
  const last = Math.max(...places.map((p) => p.end), 0);
  const from = text.unit(Math.min(first, last));
  const to = text.unit(Math.max(first, last));
  const lineBegin = text.text.lastIndexOf("\n", from - 1) + 1;
  const newline = text.text.indexOf("\n", to);
  const lineEnd = newline < 0 ? text.text.length : newline;
  const begin = from - lineBegin <= reach * 1.5 ? lineBegin : wordAfter(text.text, from - reach, from);
  const end = lineEnd - to <= reach * 1.5 ? lineEnd : wordBefore(text.text, to + reach, to);
  return { begin: text.point(begin), end: text.point(end), cutBefore: begin > lineBegin, cutAfter: end < lineEnd };
}

/** Begins behind the end of a sentence if there is one, or behind a blank. */
function wordAfter(text: string, at: number, limit: number): number {
  const piece = text.slice(at, limit);
  const sentence = /[.!?]["'”’)]?\s+/.exec(piece);
  const match = sentence ?? /\s/.exec(piece);
  return match ? at + match.index + match[0].length : limit;
}

function wordBefore(text: string, at: number, limit: number): number {
  const blank = text.lastIndexOf(" ", at);
  return blank > limit ? blank : limit;
}
