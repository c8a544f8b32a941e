// The order in which questions are shown: by what one wants to know.

import type { Query } from "./question";

/** Headings with the program's own questions. What is in none is the user's own. */
const groups: [string, string[]][] = [
  ["Demands", ["who-demanded", "demands-on", "unanswered", "answers"]],
  ["One demand, many reports", ["first-made", "repeated-by", "reported-by", "hardening", "copies", "evidence"]],
  ["Actors", ["timeline", "said", "positions", "changes", "events", "roles", "actors"]],
  ["Counts, for drawing", ["relations", "network", "activity"]],
];

export interface Group {
  title: string;
  queries: Query[];
}

export function grouped(queries: readonly Query[]): Group[] {
  const known = new Set(groups.flatMap(([, names]) => names));
  const inOrder = (names: string[]) => names.flatMap((name) => queries.find((q) => q.name === name) ?? []);
  const all: Group[] = groups.map(([title, names]) => ({ title, queries: inOrder(names) }));
  all.unshift({ title: "Your own", queries: queries.filter((q) => !known.has(q.name)) });
  return all.filter((group) => group.queries.length > 0);
}

/** What a question is about, without the details that its own page has. */
export function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim();
}
