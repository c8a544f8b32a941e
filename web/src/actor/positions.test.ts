import { expect, test } from "vitest";
import { courseOf, dotsOf, dotSize, linesOf, positionsLine, spanOf, stanceOn } from "./positions";
import type { PositionRow, Stance } from "./rows";

const position = (record: string, day: string | null, stance: Stance, about: string | null, supports: string | null = null, opposes: string | null = null): PositionRow =>
  ({ record, day, stance, about, issue_ids: about?.toLowerCase() ?? null, supports, opposes, issue: "words", quote: "words", holder: null, article: "A", article_iri: "a", publisher: null, confidence: 0.8 });

test("the stance toward an issue may be the contrary of that toward the words", () => {
  const row = position("r1", null, "oppose", "Ban; War; Talks", "war", "ban");
  expect(["ban", "war", "talks"].map((issue) => stanceOn(issue, row))).toEqual(["oppose", "support", "oppose"]);
});

test("a position on two issues stands in both lines, one on none in the last", () => {
  const rows = [
    position("r3", "2022-01-03", "support", "War; Talks"), position("r2", "2022-01-02", "oppose", "War"),
    position("r1", "2022-01-01", "oppose", null), position("r0", "2021-12-31", "support", null), position("r5", null, "support", null),
  ];
  const lines = linesOf(rows);
  expect(lines.map((l) => [l.id, l.issue, l.support, l.oppose])).toEqual([["war", "War", 1, 1], ["talks", "Talks", 1, 0], ["", "", 2, 1]]);
  expect(lines[0]?.marks.map((m) => m.row.record)).toEqual(["r2", "r3"]);
  expect(lines.map(courseOf)).toEqual(["both; last support", "supports", "3 positions"]);
});

test("positions of a day and stance are one dot", () => {
  const marks = [position("a", "2021-01-01", "support", null), position("b", "2021-01-01", "support", null), position("c", "2021-01-11", "oppose", null), position("d", null, "oppose", null)]
    .map((row) => ({ row, stance: row.stance }));
  const span = spanOf(marks.map((m) => m.row));
  expect(span).toEqual({ since: "2021-01-01", until: "2021-01-11" });
  expect(span && dotsOf(marks, span)).toEqual([
    { at: 0, day: "2021-01-01", stance: "support", count: 2 }, { at: 1, day: "2021-01-11", stance: "oppose", count: 1 },
  ]);
  expect(dotsOf(marks.slice(0, 1), { since: "2021-01-01", until: "2021-01-01" })[0]?.at).toBe(0.5);
  expect(spanOf([])).toBeUndefined();
});

test("a line as a picture has it: its name, its course, its dots", () => {
  const rows = [position("a", "2021-01-01", "support", "War"), position("b", "2021-01-01", "support", "War"), position("c", "2021-01-11", "oppose", "War"), position("d", null, "oppose", null)];
  expect(linesOf(rows).map((line) => positionsLine(line, { since: "2021-01-01", until: "2021-01-11" }))).toEqual([
    { key: "war", name: "War", says: ["both; last opposition\u2003+2\u00a0−1"], marks: [{ kind: "support", at: 0, size: dotSize(2) }, { kind: "oppose", at: 1, size: dotSize(1) }] },
    { key: "", name: "on no known issue", says: ["1 position"], marks: [] },
  ]);
});

test("dots grow with what they stand for, up to a size", () => {
  expect([1, 2, 1000].map(dotSize)).toEqual([9, 13, 18]);
});
