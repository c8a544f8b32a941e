import type { Ref } from "../api/client";
import { ask } from "../api/client";
import type { Evidence } from "../api/rows";
import { useLoaded } from "../api/use";
import { ActorLink, ActorLinks, RecordLink } from "../parts/links";
import { chain, type Step } from "./chain";

/** A statement lies in a few others at most; more would be a circle. */
const deepest = 8;

/** The statements that a record lies in, the nearest first. */
async function around(e: Evidence, signal: AbortSignal): Promise<Evidence[]> {
  const outer: Evidence[] = [];
  let next = e.statement ?? e.said_in;
  while (next && outer.length < deepest && !outer.some((o) => o.record === next)) {
    const answer = await ask<Evidence>("evidence", { record: next }, signal);
    const row = answer.rows[0];
    if (!row) break;
    outer.push(row);
    next = row.said_in;
  }
  return outer;
}

/** Who says so, from the publisher to who acts. */
export function ChainLine({ e }: { e: Evidence }) {
  const outer = useLoaded(e.record, (signal) => around(e, signal));
  const steps = chain(e, outer.data ?? []);
  return (
    <ol class="chain" aria-label="Who says so" aria-busy={outer.busy}>
      {steps.map((step, i) => <li key={i}><Link step={step} /></li>)}
      {outer.error && <li class="nobody">the statements around it could not be read</li>}
    </ol>
  );
}

function Link({ step }: { step: Step }) {
  const does = step.record ? <RecordLink iri={step.record}>{step.does}</RecordLink> : step.does;
  return (
    <>
      {step.actor ? <ActorLink actor={step.actor} /> : <span class="who">{step.who}</span>}
      {step.day && <>, {step.day}</>} {does}{step.to && <> <To actors={step.to} /></>}
    </>
  );
}

const To = ({ actors }: { actors: Ref[] }) => <ActorLinks actors={actors} />;
