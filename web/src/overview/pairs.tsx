import { askAddress, format } from "../address";
import type { Ref } from "../api/client";
import { useAnswer } from "../api/use";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";

/** A row of relations. */
interface PairRow {
  source: Ref;
  target: Ref;
  demands: number;
  statements: number;
}

type Period = Readonly<{ since?: string | undefined; until?: string | undefined }>;

/** Between whom there is most, as bars; asked when it is time. */
export function Pairs({ since, until, isTime }: Period & { isTime: boolean }) {
  const answer = useAnswer<PairRow>("relations", isTime ? { since, until, limit: 12 } : undefined);
  return (
    <section class="pairs" aria-labelledby="pairs">
      <h2 id="pairs">Most active pairs</h2>
      <p class="key"><span class="swatch series-demand" /> demands <span class="swatch series-statement" /> statements</p>
      <Await of={answer} what="pairs">
        {({ rows }) => rows.length === 0 ? <Empty>Nobody addresses anybody in this period.</Empty> : <List rows={rows} period={{ since, until }} />}
      </Await>
      <p><a href={format(["relations"], { since, until })}>All relations as a graph</a></p>
    </section>
  );
}

function List({ rows, period }: { rows: PairRow[]; period: Period }) {
  const most = Math.max(1, ...rows.map((row) => row.demands + row.statements));
  return (
    <ol>
      {rows.map(({ source, target, demands, statements }) => (
        <li key={source.id + "/" + target.id}>
          <a class="pair" href={format(["relations"], { pair: `${source.id}/${target.id}`, ...period })}>
            {source.name} <span aria-hidden="true" class="arrow">→</span><span class="hidden">to</span> {target.name}
          </a>
          <span class="bar" aria-hidden="true">
            <span class="series-demand" style={{ width: `${(demands / most) * 100}%` }} />
            <span class="series-statement" style={{ width: `${(statements / most) * 100}%` }} />
          </span>
          <span class="counts">
            {demands > 0 && <a href={askAddress("who-demanded", { by: source.id, of: target.id, ...period })}>{counted(demands, "demand")}</a>}
            {demands > 0 && statements > 0 && ", "}
            {statements > 0 && <a href={askAddress("said", { speaker: source.id, to: target.id, ...period })}>{counted(statements, "statement")}</a>}
          </span>
        </li>
      ))}
    </ol>
  );
}
