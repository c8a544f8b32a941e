import type { Series } from "./stack";

interface LegendProps {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  onLight: (key: string | undefined) => void;
  onToggle: (key: string) => void;
}

/** The series by name; pointing at one makes it stand out, pressing leaves it out. */
export function Legend({ series, hidden, onLight, onToggle }: LegendProps) {
  return (
    <ul class="legend" aria-label="Series; a button shows or hides one">
      {series.map((s) => (
        <li key={s.key}>
          <button type="button" aria-pressed={!hidden.has(s.key)}
            title={hidden.has(s.key) ? `Show ${s.name}` : `Hide ${s.name}`}
            onPointerEnter={() => onLight(s.key)} onPointerLeave={() => onLight(undefined)}
            onFocus={() => onLight(s.key)} onBlur={() => onLight(undefined)} onClick={() => onToggle(s.key)}>
            <span class={"swatch series-" + s.colour} aria-hidden="true" />
            <span class="name">{s.name}</span> <span class="total">{s.total.toLocaleString("en")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
