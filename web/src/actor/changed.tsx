import type { Params } from "../api/client";
import { recordAddress } from "../address";
import { useAnswer } from "../api/use";
import { ActorLinks, ArticleLink, Day, PolarityMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";
import { StanceMark } from "./stances";
import type { ChangeRow } from "./rows";

/** Most positions and demands that are compared. */
const most = 2000;

/** Where an actor took another stand than before on the same matter. */
export function Changed({ id, conditions }: { id: string; conditions: Params }) {
  const answer = useAnswer<ChangeRow>("changes", { actor: id, ...conditions, limit: most });
  return (
    <Await of={answer} what="changes">
      {({ rows, next }) => {
        const changed = rows.filter((row) => row.change.startsWith("was ")).reverse();
        return (
          <>
            <p class="note">
              Each position and demand is compared with the last one on the same matter, by its words or its known issue.{" "}
              {counted(rows.length, "was", "were")} compared{next && ", the oldest ones"}; {counted(changed.length, "differs", "differ")}.
            </p>
            {changed.length === 0 ? <Empty>Nothing that differs from what was before.</Empty> : (
              <ol class="demands">{changed.map((row) => <Change key={row.record} row={row} />)}</ol>
            )}
          </>
        );
      }}
    </Await>
  );
}

function Change({ row }: { row: ChangeRow }) {
  const before = row.change.replace("was ", "");
  return (
    <li>
      <p class="who">
        {before === row.stance
          // Of two phrases that both oppose, one may oppose a ban and the other what is banned.
          ? <span class="mark">now the other side{row.about && ` on ${row.about}`}</span>
          : <><StandMark stand={before} /> <span aria-hidden="true">→</span><span class="hidden">before, now</span> <StandMark stand={row.stance ?? ""} /></>}
        {row.toward?.length ? <> toward <ActorLinks actors={row.toward} /></> : null}
      </p>
      <p class="quote"><a href={recordAddress(row.record)}>{row.what}</a></p>
      <p class="source"><Day day={row.day} /> · <ArticleLink iri={row.article_iri} title={row.article} record={row.record} /></p>
    </li>
  );
}

/** A stance of a position, or do or don't of a demand. */
function StandMark({ stand }: { stand: string }) {
  if (stand === "support" || stand === "oppose") return <StanceMark stance={stand} />;
  return <PolarityMark polarity={stand === "do" || stand === "dont" ? stand : null} />;
}
