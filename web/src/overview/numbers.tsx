import type { Answer } from "../api/client";
import { useInfo } from "../api/info";
import type { ActivityRow } from "../api/rows";
import type { Loaded } from "../api/use";
import { rangeText } from "../chart/periods";
import { countOf, monthsOf } from "./activity";
import type { News } from "./usenews";

interface NumbersProps {
  demands: Loaded<Answer<ActivityRow>>;
  statements: Loaded<Answer<ActivityRow>>;
  news: News;
}

/** How much there is; each number appears when it is known. */
export function Numbers({ demands, statements, news }: NumbersProps) {
  const info = useInfo(demands.data !== undefined); // not before what the chart waits for
  const period = monthsOf(demands.data?.rows, statements.data?.rows);
  const list = news.list.data;
  // The list counts exactly where it is whole; where it goes on, the server's own count may be rough.
  const articles = list && !list.more ? list.articles.length : info.data?.articles;
  return (
    <dl class="totals">
      <Total name="articles" href="#/articles" value={articles?.toLocaleString("en")} failed={!!info.error} />
      <Total name="demands" value={demands.data && countOf(demands.data.rows).toLocaleString("en")} failed={!!demands.error} />
      <Total name="statements" value={statements.data && countOf(statements.data.rows).toLocaleString("en")} failed={!!statements.error} />
      <Total name="period covered" value={period && rangeText(period.since, period.until)} failed={[demands, statements].every((a) => a.data ?? a.error)} />
    </dl>
  );
}

function Total({ name, value, failed, href }: { name: string; value: string | undefined; failed: boolean; href?: string }) {
  return <div><dt>{href ? <a href={href}>{name}</a> : name}</dt><dd>{value ?? (failed ? "–" : "…")}</dd></div>;
}
