// Who says so: from the publisher through all who are quoted to who acts.

import type { Ref } from "../api/client";
import type { Evidence, Strength } from "../api/rows";
import { dayText } from "../words";

/** One link: who does what; the record is where that is told. */
export interface Step {
  who: string;
  actor?: Ref;
  day?: string;
  does: string;
  /** Towards whom. */
  to?: Ref[];
  record?: string;
}

/** What somebody does who demands with a strength: of somebody, and of nobody named. */
const doing: Record<Strength, [string, string]> = {
  wish: ["wants of", "wants it"], ask: ["asks of", "asks for it"], call: ["calls on", "calls for it"], urge: ["urges", "urges it"],
  insist: ["presses", "insists on it"], demand: ["demands of", "demands it"], order: ["orders", "orders it"],
  ultimatum: ["gives an ultimatum to", "gives an ultimatum"],
};

/** The chain of a record; outer are the statements that it lies in, the nearest first. */
export function chain(e: Evidence, outer: readonly Evidence[]): Step[] {
  const steps: Step[] = [{
    who: e.publisher ?? "an article without publisher", ...(e.published && { day: dayText(e.published) }), does: "reports that",
  }];
  const say = (who: Ref | null, record?: string) => {
    if (!who || steps.at(-1)?.actor?.id === who.id) return;
    steps.push({ who: who.name, actor: who, does: "says that", ...(record && { record }) });
  };
  for (const statement of [...outer].reverse()) say(statement.speaker, statement.record);
  say(e.voiced_by);
  steps.push(...last(e, steps));
  return steps;
}

function last(e: Evidence, before: Step[]): Step[] {
  const actor = actorOf(e);
  // Who is said to speak and acts is one link: "Lavrov says that → Lavrov demands" would count him twice.
  if (actor && before.at(-1)?.actor?.id === actor.id) before.pop();
  const who = { who: actor?.name ?? "somebody who is not named", ...(actor && { actor }) };
  switch (e.kind) {
    case "demand": return [{ ...who, does: demands(e), ...(e.of?.length && { to: e.of }) }];
    case "statement": return [{ ...who, does: e.addressee?.length ? "says to" : "says", ...(e.addressee?.length && { to: e.addressee }) }];
    case "position": return [{ ...who, does: `${e.stance === "oppose" ? "opposes" : "supports"} ${e.issue ?? "it"}` }];
    case "membership": return [{ ...who, does: `is ${e.title ?? "a member"} of`, ...(e.organization && { to: [e.organization] }) }];
    case "event": {
      const names = (e.participants ?? []).map((a) => a.name).join(", ");
      const event = e.type && e.type !== "other" ? `this event (${e.type})` : "this event";
      return [names ? { who: names, does: `in ${event}` } : { who: event, does: "took place" }];
    }
  }
}

function demands(e: Evidence): string {
  return doing[e.strength ?? "demand"][e.of?.length ? 0 : 1];
}

/** Who acts in a record. */
export function actorOf(e: Evidence): Ref | null {
  return e.by ?? e.speaker ?? e.holder ?? e.member ?? null;
}

/** Names that a sentence gives an article. */
const withArticle = /^(United (States|Nations|Kingdom|Arab Emirates)|European (Union|Commission|Council|Parliament)|African Union|Netherlands|Philippines|Kremlin|Pentagon|White House)\b/;

/** "A, B and C". */
const listed = (names: string[]): string => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");

const spoken = (name: string): string => (withArticle.test(name) ? "the " + name : name);

/** A heading: what the record is, in words. */
export function headline(e: Evidence): string {
  const actor = spoken(actorOf(e)?.name ?? "somebody");
  const names = (list: Ref[] | null) => listed((list ?? []).map((a) => spoken(a.name)));
  switch (e.kind) {
    case "demand": {
      const verb = e.strength === "wish" ? "wants" : e.strength === "ask" ? "asks" : "demands";
      return `What ${actor} ${verb}${e.of?.length ? " of " + names(e.of) : ""}`;
    }
    case "statement": return `What ${actor} says${e.addressee?.length ? " to " + names(e.addressee) : ""}`;
    case "event": {
      const kind = e.type && e.type !== "other" ? e.type : "event";
      return e.participants?.length ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${names(e.participants)}` : e.label;
    }
    default: return e.label;
  }
}
