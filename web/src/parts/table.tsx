// Answers as tables.

import { ActorLink, ActorLinks, ArticleLink, Day, RecordLink } from "./links";
import type { Cell, Column, Ref, Row } from "../api/client";

/** A value as its column says. */
export function CellText({ column, value }: { column: Column; value: Cell | undefined }) {
  if (value === null || value === undefined || value === "") return null;
  switch (column.type) {
    case "actor": return <ActorLink actor={value as Ref} />;
    case "actors": return <ActorLinks actors={value as Ref[]} />;
    case "day": return <Day day={String(value)} />;
    case "article": return <ArticleLink iri={String(value)} />;
    case "record": return <RecordLink iri={String(value)} />;
    case "bool": return <>{value ? "yes" : "no"}</>;
    default: return <>{String(value)}</>;
  }
}

/** All rows; columns without a value in any of them are left out. */
export function AnswerTable({ caption, columns, rows }: { caption: string; columns: Column[]; rows: Row[] }) {
  const shown = columns.filter((c) => rows.some((row) => !isEmpty(row[c.name])));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead><tr>{shown.map((c) => <th key={c.name} scope="col" class={"type-" + c.type}>{c.title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>{shown.map((c) => <td key={c.name} class={"type-" + c.type}><CellText column={c} value={row[c.name]} /></td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isEmpty = (value: Cell | undefined): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
