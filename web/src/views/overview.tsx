import { useEffect, useState } from "preact/hooks";
import { useAnswer, type Loaded } from "../api/use";
import type { ActivityRow } from "../api/rows";
import type { ViewProps } from "../app";
import { rowLimit } from "../overview/activity";
import { Latest } from "../overview/latest";
import { NewsBox } from "../overview/newsbox";
import { Numbers } from "../overview/numbers";
import { Pairs } from "../overview/pairs";
import { Timeline, kindOf, sideOf } from "../overview/timeline";
import { useNews } from "../overview/usenews";
import { useTitle } from "../parts/title";
import "../styles/overview.css";

export function Overview({ address: { params } }: ViewProps) {
  useTitle("Overview");
  const kind = kindOf(params);
  const side = sideOf(params);
  // First comes what the chart draws and the latest demands; the rest is asked when the chart is
  // there, because the server answers sooner what it answers alone.
  const [isDrawn, setDrawn] = useState(false);
  const isShown = (k: typeof kind) => side === "by" && kind === k;
  const demands = useAnswer<ActivityRow>("activity", isDrawn || isShown("demand") ? { kind: "demand", limit: rowLimit } : undefined);
  const statements = useAnswer<ActivityRow>("activity", isDrawn || isShown("statement") ? { kind: "statement", limit: rowLimit } : undefined);
  const other = useAnswer<ActivityRow>("activity", side === "of" ? { kind, side, limit: rowLimit } : undefined);
  const whole = side === "of" ? other : kind === "demand" ? demands : statements;
  useEffect(() => { if (hasCome(whole)) setDrawn(true); }, [whole]);
  const news = useNews(hasCome(demands) && hasCome(statements));
  const { since, until } = params;
  const isEmpty = demands.data?.rows.length === 0 && statements.data?.rows.length === 0;
  if (isEmpty && news.list.data?.articles?.length === 0) return <NothingYet />;
  return (
    <div class="overview">
      <header class="intro">
        <h1>Overview</h1>
        <p>Who demanded what of whom, and who said what, according to the articles that were loaded. Every number leads to the words it rests on.</p>
      </header>
      <Numbers demands={demands} statements={statements} news={news} />
      <NewsBox news={news} />
      <Timeline params={params} whole={whole} />
      <div class="columns">
        <Pairs since={since} until={until} isTime={isDrawn} />
        <Latest since={since} until={until} fresh={news.iris} />
      </div>
    </div>
  );
}

const hasCome = (answer: Loaded<unknown>): boolean => answer.data !== undefined || answer.error !== undefined;

function NothingYet() {
  return (
    <section class="nothing">
      <h1>There are no articles yet</h1>
      <p>demarche reads news articles and answers who said what, who demanded what of whom, when, and which article says so.</p>
      <ul>
        <li><a href="#/add">Add an article</a> here: paste its text, or choose a file.</li>
        <li>Or load a folder of articles on the command line: <code>demarche load FOLDER</code></li>
      </ul>
    </section>
  );
}
