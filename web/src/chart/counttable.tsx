import { useState } from "preact/hooks";
import { ActorLink } from "../parts/links";
import { dayText } from "../words";
import type { Series } from "./stack";

/** The drawing's numbers; the table is made when it is unfolded. */
export function CountTable({ caption, periods, series }: { caption: string; periods: readonly string[]; series: readonly Series[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>The numbers as a table</summary>
      {isOpen && (
        <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
          <table>
            <caption class="hidden">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">Period</th>
                {series.map((s) => <th key={s.key} scope="col" class="type-int">{s.actor ? <ActorLink actor={s.actor} /> : s.name}</th>)}
                <th scope="col" class="type-int">together</th>
              </tr>
            </thead>
            <tbody>
              {periods.map((period, i) => {
                const sum = series.reduce((n, s) => n + (s.counts[i] ?? 0), 0);
                return sum > 0 && (
                  <tr key={period}>
                    <th scope="row">{dayText(period)}</th>
                    {series.map((s) => <td key={s.key} class="type-int">{s.counts[i] || ""}</td>)}
                    <td class="type-int">{sum}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
