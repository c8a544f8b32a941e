import type { Evidence } from "../api/rows";
import { Confidence, Day, KindMark, PolarityMark } from "../parts/links";

/** What kind of record it is, in a line above its heading. */
export function Eyebrow({ e }: { e: Evidence }) {
  return (
    <p class="eyebrow">
      <KindMark kind={e.kind} /> <PolarityMark polarity={e.polarity} />
      {e.strength && <span>strength: {e.strength}</span>}
      <Day day={e.day} /> <Confidence value={e.confidence} />
    </p>
  );
}
