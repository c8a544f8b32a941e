// What the values of a record mean, for people who have not read the manual.

import type { Evidence, Kind } from "../api/rows";
import { dayText } from "../words";

export const addressedText: Record<NonNullable<Evidence["addressed"]>, string> = {
  stated: "the article says so",
  inferred: "the article does not say so; concluded from what stands around it",
  missing: "the article names nobody",
};

export const quotedText: Record<string, string> = {
  direct: "in quotation marks", indirect: "in the words of the article", mixed: "partly in quotation marks",
};

/** Which day it is, and how that is known. */
export function dayBasis(e: Evidence): string {
  if (!e.day) return "the article gives no day";
  if (e.basis !== "text") return "the day of publication: the article gives none";
  return e.when && e.when !== e.day ? `the article says ${whenText(e.when)}` : "the article says so";
}

/** "2021-12" as "Dec 2021", an interval as "from … to …". */
export function whenText(when: string): string {
  const [from, to] = when.split("/");
  return to ? `${dayText(from)} to ${dayText(to)}` : dayText(from);
}

const sources: Record<string, string> = {
  verb: "the verb", noun: "the noun", modal: "the modal verb", judgement: "the judgement", attribution: "a learned model of attribution, at the word",
};

const rules: Record<string, string> = {
  condition: "a condition that must be met", idiom: "a fixed phrase", imperative: "an imperative", deadline: "a deadline with its consequence",
  role: "an office before or behind a name", readiness: "readiness to do it", demand: "a demand, which shows where its maker stands",
};

/** What found the record: "verb:need" as "the verb “need”". */
export function ruleText(rule: string): string {
  const [source = "", word] = rule.split(/:(.*)/s);
  if (word && sources[source]) return `${sources[source]} “${word}”`;
  return rules[rule] ?? rule;
}

/** What must be so for a record to count as right when confidence is measured. */
const right: Record<Kind, string> = {
  statement: "these words are attributed to this source",
  demand: "it is a demand, and this is who makes it; of whom and when is not part of it",
  event: "the article tells of this event",
  position: "this actor takes this stance on this",
  membership: "this person has this office there",
};

export function confidenceText(e: Evidence): string {
  return `Of a hundred records with this confidence, about ${Math.round(e.confidence * 100)} are right. Right means: ${right[e.kind]}.`;
}
