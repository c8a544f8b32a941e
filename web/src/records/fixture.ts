// An evidence row for tests.

import type { Ref } from "../api/client";
import type { Evidence } from "../api/rows";

export const ref = (name: string): Ref => ({ id: name.toLowerCase().replaceAll(" ", "-"), name });

export function evidence(changes: Partial<Evidence>): Evidence {
  return {
    record: "demarche:demand/35fc1c50113edbd5", kind: "demand", label: "Russia → NATO: put a stop to it", day: "2022-02-16", when: "2022-02-16", basis: "text",
    by: ref("Russia"), of: [ref("NATO")], voiced_by: null, speaker: null, addressee: null, participants: null, holder: null, member: null, organization: null,
    title: null, addressed: "inferred", polarity: "do", strength: "demand", quoted: null, type: null, place: null, issue: null, about: null, issue_ids: null, stance: null,
    deadline: null, or_else: null, or_else_span: null, cue: "need", cue_spans: "3-7", quote: "put a stop to it", before: "the need to", passage: "put a stop to it", after: ".", spans: "10-26",
    where: "body", rule: "noun:need", confidence: 0.89, statement: null, said_in: null, article: "Moscow ready for talks", publisher: "China Daily",
    published: "2022-02-18", url: "https://china.example/a", article_iri: "demarche:article/2022-02-18/china-daily/moscow-1", ...changes,
  };
}
