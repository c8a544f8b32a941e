// What a record says, as a list of terms.

import type { ComponentChildren } from "preact";
import { format } from "../address";
import { issuesOf, strengths, type Evidence, type Strength } from "../api/rows";
import { ActorLink, ActorLinks, Day } from "../parts/links";
import { addressedText, dayBasis, quotedText, whenText } from "./explain";

interface Fact {
  term: string;
  is: ComponentChildren;
  why?: ComponentChildren;
}

export function Facts({ e, brief = false }: { e: Evidence; brief?: boolean }) {
  const all = [...factsOf(e), ...common(e)];
  return (
    <dl class="facts">
      {all.map((f) => <div key={f.term}><dt>{f.term}</dt><dd>{f.is}{f.why && !brief && <small>{f.why}</small>}</dd></div>)}
    </dl>
  );
}

function factsOf(e: Evidence): Fact[] {
  switch (e.kind) {
    case "demand": return demandFacts(e);
    case "statement": return [
      { term: "Speaker", is: <ActorLink actor={e.speaker} /> },
      ...given(e.addressee?.length, { term: "To", is: <ActorLinks actors={e.addressee} /> }),
      ...given(e.quoted, { term: "Speech", is: e.quoted, why: quotedText[e.quoted ?? ""] }),
    ];
    case "event": return [
      ...given(e.type, { term: "Kind of event", is: e.type }),
      { term: "Participants", is: <ActorLinks actors={e.participants} /> },
    ];
    case "position": return [
      { term: "Actor", is: <ActorLink actor={e.holder} /> },
      { term: "Stance", is: <span class={"mark stance-" + (e.stance ?? "")}>{e.stance === "oppose" ? "opposes" : "supports"}</span> },
      { term: "Issue", is: e.issue, why: "in the words of the article" },
    ];
    case "membership": return [
      { term: "Person", is: <ActorLink actor={e.member} /> },
      { term: "Title", is: e.title },
      { term: "Of", is: <ActorLink actor={e.organization} /> },
    ];
  }
}

function demandFacts(e: Evidence): Fact[] {
  return [
    { term: "By", is: <ActorLink actor={e.by} />, ...(e.voiced_by && e.voiced_by.id !== e.by?.id && { why: <>voiced by <ActorLink actor={e.voiced_by} /></> }) },
    { term: "Of", is: <ActorLinks actors={e.of} />, ...(e.addressed && { why: <><em>{e.addressed}</em>: {addressedText[e.addressed]}</> }) },
    ...given(e.polarity, { term: e.polarity === "dont" ? "Not to" : "To do", is: <span class="quote">{e.quote}</span>, ...(e.polarity === "dont" && { why: "what must not be done or must end" }) }),
    ...given(e.strength, { term: "Strength", is: e.strength && <StrengthScale strength={e.strength} /> }),
    ...given(e.deadline, { term: "Deadline", is: whenText(e.deadline ?? "") }),
    ...given(e.or_else, { term: "Or else", is: <span class="quote">{e.or_else}</span>, why: "what is to follow otherwise" }),
  ];
}

function common(e: Evidence): Fact[] {
  return [
    { term: "Day", is: <Day day={e.day} />, why: dayBasis(e) },
    ...given(e.place, { term: "Place", is: e.place }),
    ...given(e.about, { term: "About", is: <Issues e={e} /> }),
    ...given(e.where === "headline", { term: "Stands in", is: "the headline", why: "it repeats what the body says" }),
  ];
}

const given = (value: unknown, fact: Fact): Fact[] => (value ? [fact] : []);

/** Known issues, each linked to who else is about it. */
function Issues({ e }: { e: Evidence }) {
  return <>{issuesOf(e).map(({ id, name }, i) => <span key={id}>{i > 0 && ", "}<a href={format(["relations"], { issue: id })}>{name}</a></span>)}</>;
}

/** The strength with its place among all. */
function StrengthScale({ strength }: { strength: Strength }) {
  const rank = strengths.indexOf(strength);
  return (
    <span class="scale">
      <strong>{strength}</strong> <span class="soft">{rank + 1} of {strengths.length}</span>
      <ol aria-label="all strengths, from the weakest">
        {strengths.map((s, i) => <li key={s} class={i <= rank ? "on" : undefined} aria-current={s === strength ? "true" : undefined}><span>{s}</span></li>)}
      </ol>
    </span>
  );
}
