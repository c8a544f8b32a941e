// Values of answers as people read them, linked to where there is more.

import { actorAddress, articleAddress, isUnlinked, recordAddress } from "../address";
import type { Ref } from "../api/client";
import { kindNames, strengths, type Kind, type Strength } from "../api/rows";
import { dayText, percent } from "../words";

export function ActorLink({ actor }: { actor: Ref | null | undefined }) {
  if (!actor) return <span class="nobody">nobody named</span>;
  const unlinked = isUnlinked(actor.id);
  return (
    <a class={unlinked ? "actor unlinked" : "actor"} href={actorAddress(actor.id)}
      title={unlinked ? "not in the catalogue: only articles name it" : undefined}>{actor.name}</a>
  );
}

export function ActorLinks({ actors }: { actors: Ref[] | null | undefined }) {
  if (!actors?.length) return <span class="nobody">nobody named</span>;
  return <>{actors.map((actor, i) => <span key={actor.id}>{i > 0 && ", "}<ActorLink actor={actor} /></span>)}</>;
}

export function RecordLink({ iri, children }: { iri: string; children?: preact.ComponentChildren }) {
  return <a href={recordAddress(iri)}>{children ?? "record"}</a>;
}

export function ArticleLink({ iri, title, record }: { iri: string; title?: string | null; record?: string }) {
  return <a href={articleAddress(iri, record)}>{title || "article"}</a>;
}

export function Day({ day }: { day: string | null | undefined }) {
  return day ? <time dateTime={day}>{dayText(day)}</time> : <span class="nobody">no day</span>;
}

/** A probability as a small bar with its number. */
export function Confidence({ value }: { value: number }) {
  return (
    <span class="confidence" title="the probability that the record is right">
      <meter min={0} max={1} value={value} aria-label="confidence" /> {percent(value)}
    </span>
  );
}

export function KindMark({ kind }: { kind: Kind }) {
  return <span class={"mark kind-" + kind}>{kindNames[kind]}</span>;
}

/** The strength of a demand, and its place among all. */
export function StrengthMark({ strength }: { strength: Strength | null }) {
  if (!strength) return null;
  const rank = strengths.indexOf(strength) + 1;
  return <span class="mark strength" data-rank={rank} title={`strength ${rank} of ${strengths.length}`}>{strength}</span>;
}

export function PolarityMark({ polarity }: { polarity: "do" | "dont" | null }) {
  if (!polarity) return null;
  return <span class={"mark polarity-" + polarity}>{polarity === "do" ? "do" : "don’t"}</span>;
}
