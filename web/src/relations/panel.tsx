// What is selected: an edge with the records behind it, or a node.

import type { PositionRow, Stance } from "../actor/rows";
import { actorAddress, change } from "../address";
import type { DemandRow } from "../api/rows";
import { useAnswer } from "../api/use";
import { ArticleLink, Confidence, Day, PolarityMark, RecordLink, StrengthMark } from "../parts/links";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";
import { monthText, sentence, type Counted, type NetEdge, type NetNode, type Network, type Tally, type Window } from "./network";
import { asked } from "./settings";

type Conditions = Readonly<Record<string, string>>;

const most = 200;

export function EdgePanel({ network, edge, window, params }: { network: Network; edge: NetEdge; window: Window | undefined; params: Conditions }) {
  const source = network.nodes.get(edge.source);
  const target = network.nodes.get(edge.target);
  if (!source || !target) return null;
  const period = { since: window && monthText(window.from), until: window && monthText(window.to) };
  return edge.kind === "demand"
    ? <Demands by={source} of={target} period={period} params={params} />
    : <Positions holder={source} issue={target} stance={edge.kind} period={period} params={params} />;
}

interface Period {
  since: string | undefined;
  until: string | undefined;
}

function Demands({ by, of, period, params }: { by: NetNode; of: NetNode; period: Period; params: Conditions }) {
  const answer = useAnswer<DemandRow>("who-demanded", { ...asked(params), actor: undefined, by: by.id, of: of.id, ...period, limit: most });
  return (
    <Await of={answer} what="demands">
      {({ rows, next }) => (
        <Records count={rows.length} cut={!!next} of="demand">
          {rows.map((row) => (
            <li key={row.record}>
              <p class="meta"><Day day={row.day} /> <PolarityMark polarity={row.polarity} /> <StrengthMark strength={row.strength} /></p>
              <p class="quote"><RecordLink iri={row.record}>{row.what || row.quote}</RecordLink></p>
              <Source row={row} />
            </li>
          ))}
        </Records>
      )}
    </Await>
  );
}

function Positions({ holder, issue, stance, period, params }: { holder: NetNode; issue: NetNode; stance: Stance; period: Period; params: Conditions }) {
  const answer = useAnswer<PositionRow>("positions", { actor: holder.id, issue: issue.id, stance, ...period, confidence: params.confidence, publisher: params.publisher, limit: most });
  return (
    <Await of={answer} what="positions">
      {({ rows, next }) => {
        // The query also finds what is narrower; that has edges of its own.
        const kept = rows.filter((row) => (stance === "support" ? row.supports : row.opposes)?.split("; ").includes(issue.id));
        return (
          <Records count={kept.length} cut={!!next} of="position">
            {kept.map((row) => (
              <li key={row.record}>
                <p class="meta"><Day day={row.day} /></p>
                <p class="quote"><RecordLink iri={row.record}>{row.quote}</RecordLink></p>
                <Source row={row} />
              </li>
            ))}
          </Records>
        );
      }}
    </Await>
  );
}

function Records({ count, cut, of, children }: { count: number; cut: boolean; of: string; children: preact.ComponentChildren }) {
  if (count === 0) return <Empty>No record in this period.</Empty>;
  return (
    <>
      <p class="note">{cut ? `The newest ${counted(count, of)}.` : counted(count, of) + ", newest first."}</p>
      <ul class="plain relations-records">{children}</ul>
    </>
  );
}

function Source({ row }: { row: Pick<DemandRow, "article" | "article_iri" | "record" | "publisher" | "confidence"> }) {
  return (
    <p class="source">
      {row.publisher && <>{row.publisher}: </>}<ArticleLink iri={row.article_iri} title={row.article} record={row.record} /> <Confidence value={row.confidence} />
    </p>
  );
}

export function NodePanel({ network, node, tally, edges, onEdge, onOver }: {
  network: Network; node: NetNode; tally: Tally | undefined; edges: readonly Counted[];
  onEdge: (key: string) => void; onOver: (key: string | undefined) => void;
}) {
  const own = edges.filter(({ edge }) => edge.source === node.key || edge.target === node.key);
  const groups: [title: string, rows: typeof own][] = node.what === "issue"
    ? [["Supported by", own.filter((r) => r.edge.kind === "support")], ["Opposed by", own.filter((r) => r.edge.kind === "oppose")]]
    : [
        ["Demands of", own.filter((r) => r.edge.kind === "demand" && r.edge.source === node.key)],
        ["Demands it receives, from", own.filter((r) => r.edge.kind === "demand" && r.edge.target === node.key)],
        ["Supports", own.filter((r) => r.edge.kind === "support")],
        ["Opposes", own.filter((r) => r.edge.kind === "oppose")],
      ];
  const filter = node.what === "issue" ? { issue: node.id } : { actor: node.id };
  return (
    <>
      <p>{node.what === "issue" ? counted(tally?.positions ?? 0, "position") : tallyText(tally)} in this period.</p>
      <p class="buttons">
        {node.what === "actor" && <a class="button quiet" href={actorAddress(node.id)}>Page of this actor</a>}
        <button type="button" class="quiet" onClick={() => change({ ...filter, node: undefined, edge: undefined })}>Only this {node.what}</button>
      </p>
      {groups.map(([title, rows]) => rows.length > 0 && (
        <section key={title}>
          <h3>{title}</h3>
          <ul class="relations-list">
            {rows.slice(0, 30).map(({ edge, count }) => {
              const other = network.nodes.get(edge.source === node.key ? edge.target : edge.source);
              return (
                <li key={edge.key}>
                  <button type="button" aria-label={`${sentence(network, edge)}: ${count}`} onClick={() => onEdge(edge.key)} onFocus={() => onOver(edge.key)} onBlur={() => onOver(undefined)}
                    onPointerEnter={() => onOver(edge.key)} onPointerLeave={() => onOver(undefined)}>
                    <span class="what">{other?.name}</span><span class="count">{count.toLocaleString("en")}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {own.length === 0 && <Empty>Nothing of it in this period.</Empty>}
    </>
  );
}

export const tallyText = (tally: Tally | undefined): string =>
  `${counted(tally?.made ?? 0, "demand")} made, ${(tally?.received ?? 0).toLocaleString("en")} received, ${counted(tally?.positions ?? 0, "position")}`;
