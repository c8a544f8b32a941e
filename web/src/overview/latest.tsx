import { askAddress } from "../address";
import { usePages } from "../api/more";
import type { DemandRow } from "../api/rows";
import { DemandList } from "../parts/demandlist";
import { More } from "../parts/more";
import { Await, Empty } from "../parts/state";

interface LatestProps {
  since: string | undefined;
  until: string | undefined;
  /** IRIs of the articles that are new to the reader. */
  fresh: ReadonlySet<string>;
}

export function Latest({ since, until, fresh }: LatestProps) {
  const pages = usePages<DemandRow>("who-demanded", { since, until, limit: 8 });
  return (
    <section class="latest" aria-labelledby="latest">
      <h2 id="latest">Latest demands</h2>
      <Await of={pages.first} what="demands">
        {() => pages.rows.length === 0 ? <Empty>No demands in this period.</Empty> : (
          <>
            <DemandList rows={pages.rows} fresh={fresh} />
            <More of={pages} what="demands" />
          </>
        )}
      </Await>
      <p><a href={askAddress("who-demanded", { since, until })}>All demands as a table</a></p>
    </section>
  );
}
