// Lines of text for drawings, which do not wrap their text themselves.

export type Measure = (text: string) => number;

/**
 * A text in lines that are no wider than the width: broken at spaces, and
 * within a word only where it is wider than a line. What does not fit into the
 * most lines there may be is cut, which "…" says.
 */
export function wrapped(text: string, width: number, measure: Measure, most = Infinity): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    for (line = word; measure(line) > width && lines.length <= most;) {
      const head = beginning(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line) lines.push(line);
  const last = lines[most - 1];
  if (lines.length <= most || last === undefined) return lines;
  return [...lines.slice(0, most - 1), beginning(last, width - measure("…"), measure).trimEnd() + "…"];
}

/** As much of a text as fits, but at least a character. */
function beginning(text: string, width: number, measure: Measure): string {
  const points = Array.from(text);
  let [fits, beyond] = [1, points.length + 1];
  while (beyond - fits > 1) {
    const middle = Math.floor((fits + beyond) / 2);
    if (measure(points.slice(0, middle).join("")) <= width) fits = middle;
    else beyond = middle;
  }
  return points.slice(0, fits).join("");
}
