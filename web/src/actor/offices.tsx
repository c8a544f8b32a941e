import { useState } from "preact/hooks";
import { useAnswer } from "../api/use";
import { rangeText } from "../chart/periods";
import { ActorLink, RecordLink } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted, dayText } from "../words";
import { lineOf, officesOf, type Bar, type Office } from "./roles";
import type { RoleRow } from "./rows";

/** How many offices are shown at first. */
const few = 8;

/** Offices that a person holds, or that others hold at an organisation. */
export function Offices({ id, isHolder }: { id: string; isHolder: boolean }) {
  const answer = useAnswer<RoleRow>("roles", isHolder ? { actor: id, limit: 500 } : { of: id, limit: 500 });
  const lines = <Await of={answer} what="offices">{({ rows }) => rows.length === 0 ? <Empty>None known.</Empty> : <Lines rows={rows} isHolder={isHolder} />}</Await>;
  if (!isHolder) return <div class="offices">{lines}</div>;
  if (answer.data?.rows.length === 0) return null; // as of most who are no politicians
  return <section class="offices" aria-labelledby="offices"><h2 id="offices">Offices</h2>{lines}</section>;
}

function Lines({ rows, isHolder }: { rows: RoleRow[]; isHolder: boolean }) {
  const [isLong, setLong] = useState(false);
  const line = lineOf(rows, new Date().toISOString().slice(0, 10));
  const offices = officesOf(rows, line);
  return (
    <>
      {line && <p class="line-key"><span>{dayText(line.since.slice(0, 7))}</span><span>{dayText(line.until.slice(0, 7))}</span></p>}
      <ol class="office-lines">
        {(isLong ? offices : offices.slice(0, few)).map((office) => <Line key={office.key} office={office} isHolder={isHolder} />)}
      </ol>
      {offices.length > few && !isLong && (
        <p><button type="button" class="quiet" onClick={() => setLong(true)}>All {offices.length} offices</button></p>
      )}
    </>
  );
}

function Line({ office, isHolder }: { office: Office; isHolder: boolean }) {
  const { title, of, person, bars, mentions, isStated } = office;
  return (
    <li>
      <span class="office">
        {isHolder ? <>{title}, <ActorLink actor={of} /></> : <><ActorLink actor={person} />, {title}</>}
      </span>
      <span class="track" aria-hidden="true">
        {bars.map((bar, i) => <span key={i} class={"term" + (bar.to ? "" : " open")} style={{ left: `${bar.left * 100}%`, width: `max(3px, ${bar.width * 100}%)` }} />)}
        {mentions.map((m) => <span key={m.record} class="mention" style={{ left: `${m.at * 100}%` }} />)}
      </span>
      <span class="when">
        {bars.map(barText).join("; ")}
        {mentions.length > 0 && (
          <small>{bars.length > 0 && " "}{isStated ? "stated by " : "also by "}
            {mentions.length === 1 ? "an article" : counted(mentions.length, "article")}:{" "}
            {mentions.slice(0, 3).map((m, i) => <span key={m.record}>{i > 0 && ", "}<RecordLink iri={m.record}>{dayText(m.day)}</RecordLink></span>)}
            {mentions.length > 3 && " …"}
          </small>
        )}
      </span>
    </li>
  );
}

function barText({ from, to }: Bar): string {
  if (from && to) return rangeText(from, to);
  return from ? "since " + dayText(from) : to ? "until " + dayText(to) : "time unknown";
}
