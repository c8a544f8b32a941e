import { expect, test } from "vitest";
import { countTicks } from "./scale";

test("counts have round marks that reach the largest", () => {
  expect(countTicks(66)).toEqual([0, 20, 40, 60, 80]);
  expect(countTicks(202)).toEqual([0, 50, 100, 150, 200, 250]);
  expect(countTicks(3)).toEqual([0, 1, 2, 3]);
  expect(countTicks(0)).toEqual([0, 1]);
  for (let most = 1; most < 3000; most += 7) {
    const marks = countTicks(most);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(marks.length).toBeLessThanOrEqual(7);
    expect(marks.every(Number.isInteger)).toBe(true);
  }
});
