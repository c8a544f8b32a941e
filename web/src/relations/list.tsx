// The relations in words: what the drawing shows, for reading and for keys.

import { useState } from "preact/hooks";
import { Sample } from "./legend";
import { sentence, type Counted, type Network } from "./network";

interface Props {
  network: Network;
  /** Those with a count in the period, the most frequent first. */
  edges: readonly Counted[];
  onSelect: (key: string) => void;
  onOver: (key: string | undefined) => void;
}

const page = 60;

export function RelationList({ network, edges, onSelect, onOver }: Props) {
  const [shown, setShown] = useState(page);
  return (
    <>
      <ol class="relations-list">
        {edges.slice(0, shown).map(({ edge, count }) => (
          <li key={edge.key}>
            <button type="button" id={rowId(edge.key)} onClick={() => onSelect(edge.key)} onFocus={() => onOver(edge.key)} onBlur={() => onOver(undefined)}
              onPointerEnter={() => onOver(edge.key)} onPointerLeave={() => onOver(undefined)}>
              <Sample kind={edge.kind} />
              <span class="what">{sentence(network, edge)}<span class="hidden">: </span></span>
              <span class="count">{count.toLocaleString("en")}</span>
            </button>
          </li>
        ))}
      </ol>
      {edges.length > shown && (
        <p><button type="button" class="quiet" onClick={() => setShown(shown + 4 * page)}>Show more of {edges.length.toLocaleString("en")}</button></p>
      )}
    </>
  );
}

/** The row of an edge, to which the focus comes back. */
export const rowId = (key: string): string => "relation-" + key;
