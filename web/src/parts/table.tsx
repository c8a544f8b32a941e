// Answers as tables.

import { memo } from "preact/compat";
import { ActorLink, ActorLinks, ArticleLink, Day, RecordLink } from "./links";
import type { Cell, Column, Ref, Row } from "../api/client";
import { widthsOf } from "./columns";

/** A value as its column says. */
function CellText({ column, value }: { column: Column; value: Cell | undefined }) {
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

/**
 * All rows. The way to the record comes first, since the end of a wide table is out of
 * sight. Columns without a value in any of them are left out, and so is an
 * article's IRI where its headline can carry the link, and a quotation that says what
 * the words beside it say.
 */
export function AnswerTable({ caption, columns, rows }: { caption: string; columns: Column[]; rows: Row[] }) {
  const has = (name: string) => columns.some((c) => c.name === name);
  const linked = has("article") && has("article_iri");
  const ordered = [...columns].sort((a, b) => Number(b.name === "record") - Number(a.name === "record"));
  const shown = ordered.filter((c) => rows.some((row) => !isEmpty(row[c.name]))
    && !(linked && c.name === "article_iri")
    && !(c.name === "quote" && has("what") && rows.every((row) => row.quote === row.what)));
  const shape = shown.map((c) => c.name).join();
  const { columns: tracks, least } = widthsOf(shown, rows);
  // The roles are said since the style makes grids of rows, which takes them away.
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="rows" role="table" style={{ "--columns": tracks, minWidth: `${least}rem` }}>
        <caption class="hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{shown.map((c) => <th key={c.name} role="columnheader" scope="col" class={"type-" + c.type}>{c.title}</th>)}</tr>
        </thead>
        {groups(rows).map((group, i) => <TableRows key={i} rows={group} columns={shown} shape={shape} linked={linked} />)}
      </table>
    </div>
  );
}

/** Rows that are drawn together. */
const groupSize = 50;
/** Room for a row that was never in sight, in rem. */
const rowHeight = 3;

function groups(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / groupSize) }, (_, i) => rows.slice(i * groupSize, (i + 1) * groupSize));
}

interface RowsProps {
  rows: Row[];
  columns: Column[];
  /** Names of the columns. */
  shape: string;
  /** Whether the headline carries the link to the article. */
  linked: boolean;
}

/** Not drawn anew when more rows come. */
const TableRows = memo(({ rows, columns, linked }: RowsProps) => {
  const cell = (row: Row, c: Column) => {
    if (c.name === "record" && c.type === "record" && row.record) return <RecordLink iri={String(row.record)}>open<span class="hidden"> the record</span></RecordLink>;
    if (linked && c.name === "article" && row.article_iri) {
      return <ArticleLink iri={String(row.article_iri)} title={String(row.article ?? "")} {...(row.record && { record: String(row.record) })} />;
    }
    return <CellText column={c} value={row[c.name]} />;
  };
  return (
    <tbody role="rowgroup" style={{ containIntrinsicBlockSize: `auto ${rows.length * rowHeight}rem` }}>
      {rows.map((row, i) => (
        <tr key={i} role="row">{columns.map((c) => <td key={c.name} role="cell" class={`type-${c.type} column-${c.name}`}>{cell(row, c)}</td>)}</tr>
      ))}
    </tbody>
  );
}, (a, b) => a.shape === b.shape && a.rows.length === b.rows.length && a.rows.every((row, i) => row === b.rows[i]));

const isEmpty = (value: Cell | undefined): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
