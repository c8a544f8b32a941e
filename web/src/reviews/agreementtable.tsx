import { useLoaded } from "../api/use";
import { Await, Empty } from "../parts/state";
import { counted } from "../words";
import { getAgreement } from "./api";
import { fields } from "./correction";
import { alphaText } from "./queue";

/** What a measure is about. */
function fieldLabel(name: string): string {
  if (name === "verdict") return "Is it such a record at all?";
  if (name === "or_else_spans") return "Where “or else” stands";
  const field = Object.values(fields).flat().find((f) => f.name === name);
  return field ? field.label : name.replaceAll("_", " ");
}

/** How far the reviewers agree; version changes when a decision is made. */
export function AgreementTable({ version }: { version: number }) {
  const answer = useLoaded("agreement " + version, getAgreement);
  return (
    <Await of={answer} what="the agreement">
      {(a) => (
        <>
          <p>
            Krippendorff’s alpha compares reviewers who decided on the same records: 1 is full agreement, 0 what chance would give, below 0 worse than chance.
            From 0.8 on decisions count as reliable, from 0.667 for tentative conclusions.
          </p>
          {a.reviewers.length === 0 ? <Empty>Nobody has decided anything yet.</Empty> : (
            <p>{a.reviewers.map((r) => `${r.name}: ${counted(r.reviews, "decision")}`).join(" · ")}. {counted(a.records, "record")} with two or more.</p>
          )}
          {a.measures.some((m) => m.units > 0) ? (
            <div class="scroll" tabIndex={0} role="region" aria-label="Agreement by field">
              <table>
                <thead><tr><th scope="col">Field</th><th scope="col" class="type-float">Alpha</th><th scope="col">That is</th><th scope="col" class="type-int">Records</th><th scope="col" class="type-int">Values</th></tr></thead>
                <tbody>
                  {a.measures.filter((m) => m.units > 0).map((m) => (
                    <tr key={m.field}>
                      <th scope="row">{fieldLabel(m.field)}</th>
                      <td class="type-float">{m.alpha === null || m.alpha === undefined ? "–" : m.alpha.toFixed(2)}</td>
                      <td>{alphaText(m.alpha ?? null, m.units)}</td>
                      <td class="type-int">{m.units}</td>
                      <td class="type-int">{m.values}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p><small>“Not defined yet”: all values are the same, so that there is no chance to compare with. Under 20 records a value says little.</small></p>
            </div>
          ) : <Empty>Agreement is not defined yet: it needs two people who decided on the same record.</Empty>}
        </>
      )}
    </Await>
  );
}
