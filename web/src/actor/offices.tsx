import { useState } from "preact/hooks";
import { useAnswer } from "../api/use";
import { rangeText, type Range } from "../chart/periods";
import { ActorLink, RecordLink } from "../parts/links";
import { fileName } from "../parts/picture";
import { SaveWanted } from "../parts/savewanted";
import { Await, Empty } from "../parts/state";
import { dayText } from "../words";
import { LinesPicture, type Meaning } from "./linespicture";
import { lineOf, mostDays, officeLine, officesOf, saidBy, timesOf, type Office } from "./roles";
import type { RoleRow } from "./rows";

/** How many offices are shown at first. */
const few = 8;

interface OfficesProps {
  id: string;
  name: string;
  isHolder: boolean;
}

/** Offices that a person holds, or that others hold at an organisation. */
export function Offices({ id, name, isHolder }: OfficesProps) {
  const answer = useAnswer<RoleRow>("roles", isHolder ? { actor: id, limit: 500 } : { of: id, limit: 500 });
  const lines = <Await of={answer} what="offices">{({ rows }) => rows.length === 0 ? <Empty>None known.</Empty> : <Lines rows={rows} id={id} name={name} isHolder={isHolder} />}</Await>;
  if (!isHolder) return <section class="offices" aria-label="Offices">{lines}</section>;
  if (answer.data?.rows.length === 0) return null; // as of most who are no politicians
  return <section class="offices" aria-labelledby="offices"><h2 id="offices">Offices</h2>{lines}</section>;
}

function Lines({ rows, id, name, isHolder }: { rows: RoleRow[] } & OfficesProps) {
  const [isLong, setLong] = useState(false);
  const line = lineOf(rows, new Date().toISOString().slice(0, 10));
  const offices = officesOf(rows, line);
  const shown = isLong ? offices : offices.slice(0, few);
  const title = titleOf(isHolder ? `Offices of ${name}` : `Who holds office at ${name}`, line, shown.length, offices.length);
  return (
    <>
      {line && <p class="line-key"><span>{dayText(line.since.slice(0, 7))}</span><span>{dayText(line.until.slice(0, 7))}</span></p>}
      <ol class="office-lines">
        {shown.map((office) => <Line key={office.key} office={office} isHolder={isHolder} />)}
      </ol>
      <p class="lines-foot">
        {shown.length < offices.length && <button type="button" class="quiet" onClick={() => setLong(true)}>All {offices.length} offices</button>}
        <SaveWanted name={fileName("offices", id)} what={title}>
          {(of) => <LinesPicture of={of} title={title} span={line} track="band" legend={legendOf(shown)} lines={shown.map((office) => officeLine(office, isHolder))} />}
        </SaveWanted>
      </p>
    </>
  );
}

/** What a picture shows: whose offices, in which months, and whether there are more. */
function titleOf(whose: string, line: Range | undefined, shown: number, all: number): string {
  const period = line ? `, ${rangeText(line.since.slice(0, 7), line.until.slice(0, 7))}` : "";
  return whose + period + (shown < all ? `: the ${shown} last held of ${all} offices` : "");
}

/** The meaning of the marks that there are. */
function legendOf(offices: readonly Office[]): Meaning[] {
  return [
    ...(offices.some(({ bars }) => bars.length > 0) ? [{ mark: "term", text: "in office" }] as const : []),
    ...(offices.some(({ mentions }) => mentions.length > 0) ? [{ mark: "mention", text: "an article says so" }] as const : []),
  ];
}

function Line({ office, isHolder }: { office: Office; isHolder: boolean }) {
  const { title, of, person, bars, mentions } = office;
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
        {timesOf(office).join("; ")}
        {mentions.length > 0 && (
          <small>{bars.length > 0 && " "}{saidBy(office)}{" "}
            {mentions.slice(0, mostDays).map((m, i) => <span key={m.record}>{i > 0 && ", "}<RecordLink iri={m.record}>{dayText(m.day)}</RecordLink></span>)}
            {mentions.length > mostDays && " …"}
          </small>
        )}
      </span>
    </li>
  );
}
