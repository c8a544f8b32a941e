// What reviewers hold of a record, where its own words would else stand unquestioned.

import "../styles/review.css";
import { dayText, localDay } from "../words";
import type { Review } from "./api";
import { doubts } from "./doubts";

/** A line for each reviewer who corrected or rejected the record. */
export function Decided({ reviews }: { reviews: readonly Review[] | undefined }) {
  return (
    <>
      {doubts(reviews ?? []).map(({ review: r, changes }) => (
        <p key={r.iri} class={"decided decided-" + r.verdict}>
          <span aria-hidden="true">{r.verdict === "reject" ? "✗" : "✎"} </span>
          <strong>{r.reviewer}</strong> {r.verdict === "reject" ? "rejected" : "corrected"} this on {dayText(localDay(new Date(r.time)))}
          {changes && <>: {changes}</>}
        </p>
      ))}
    </>
  );
}
