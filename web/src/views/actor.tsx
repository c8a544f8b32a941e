import { usePages } from "../api/more";
import type { DemandRow } from "../api/rows";
import type { ViewProps } from "../app";
import { Activity } from "../actor/activity";
import { Changed } from "../actor/changed";
import { Articles, Demands, Statements } from "../actor/lists";
import { Offices } from "../actor/offices";
import type { SaidRow } from "../actor/rows";
import { Stances, usePositions } from "../actor/stances";
import { Unanswered } from "../actor/unanswered";
import { useActor, Who } from "../actor/who";
import type { Schemas } from "../api/client";
import { Filters } from "../parts/filters";
import { Folded } from "../parts/folded";
import { Near } from "../parts/near";
import { Await, Empty, Failure } from "../parts/state";
import { useTitle } from "../parts/title";
import "../styles/actor.css";

export function ActorView({ address: { path, params } }: ViewProps) {
  const id = path.slice(1).join("/");
  if (!id) return <Nobody />;
  // Another actor is another page: nothing of the last one may stay.
  return <Page key={id} id={id} params={params} />;
}

function Nobody() {
  useTitle("Actor");
  return <><h1>Actor</h1><Empty>Which actor? Find one by its name in the field at the top ( / ).</Empty></>;
}

interface PageProps {
  id: string;
  params: Readonly<Record<string, string>>;
}

function Page({ id, params }: PageProps) {
  const actor = useActor(id);
  useTitle(actor.data?.name ?? "Actor");
  if (actor.error) return <><h1>Actor</h1><Failure error={actor.error} /></>;
  return (
    <div class="actor-page">
      <Await of={actor} what="the actor">{(found) => <Sections actor={found} params={params} />}</Await>
    </div>
  );
}

/** How many rows a list has at first, and each time more are wanted. */
const pageSize = 6;

function Sections({ actor, params }: { actor: Schemas["ActorView"]; params: PageProps["params"] }) {
  const { since, until, issue, confidence } = params;
  const conditions = { since, until, issue, confidence };
  const { id, name } = actor;
  const made = usePages<DemandRow>("who-demanded", { by: id, ...conditions, limit: pageSize });
  const received = usePages<DemandRow>("who-demanded", { of: id, ...conditions, limit: pageSize });
  const said = usePages<SaidRow>("said", { speaker: id, ...conditions, limit: pageSize });
  const positions = usePositions(id, conditions);
  const isHolder = !actor.kind || actor.kind === "person";
  return (
    <>
      <Who actor={actor} period={{ since, until }} />
      {isHolder && <Offices id={id} name={name} isHolder />}
      <Filters show={["since", "until", "issue", "confidence"]} params={params} />
      <h2>Activity over time</h2>
      <Activity id={id} name={name} conditions={conditions} hide={params.hide} />
      <div class="two">
        <Demands id="made" title={`Demands by ${name}`} pages={made} query="who-demanded" params={{ by: id, ...conditions }} />
        <Demands id="received" title={`Demands on ${name}`} pages={received} query="who-demanded" params={{ of: id, ...conditions }} />
      </div>
      <Stances of={positions} id={id} name={name} />
      <Folded name="changes" title="What changed in positions and demands" show={params.show}>
        {() => <Near>{() => <Changed id={id} conditions={conditions} />}</Near>}
      </Folded>
      <Folded name="unanswered" title={`Demands on ${name} without an answer`} show={params.show}>
        {() => <Near>{() => <Unanswered id={id} since={since} until={until} />}</Near>}
      </Folded>
      {!isHolder && (
        <Folded name="offices" title={`Who holds office at ${name}`} show={params.show}>{() => <Offices id={id} name={name} isHolder={false} />}</Folded>
      )}
      <div class="two">
        <Statements id="said" title={`Statements by ${name}`} pages={said} query="said" params={{ speaker: id, ...conditions }} />
        <Articles rows={[...made.rows, ...received.rows, ...said.rows, ...(positions.data?.rows ?? [])]} />
      </div>
    </>
  );
}
