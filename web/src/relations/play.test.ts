import { describe, expect, it } from "vitest";
import { isAll, moveEnd, shift, type Window } from "../chart/brush";
import { countOf, firstWindow, nextWindow } from "./play";

const range: Window = { from: 100, to: 111 };
const bars = [3, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 4];

describe("playing", () => {
  it("begins with the chosen window, from the start where that is at the end", () => {
    expect(firstWindow({ from: 103, to: 104 }, range)).toEqual({ from: 103, to: 104 });
    expect(firstWindow({ from: 110, to: 111 }, range)).toEqual({ from: 100, to: 101 });
  });
  it("chooses a width where all is shown", () => {
    expect(firstWindow(undefined, range)).toEqual({ from: 100, to: 100 });
    expect(firstWindow(undefined, { from: 0, to: 119 })).toEqual({ from: 0, to: 9 });
    expect(firstWindow(undefined, { from: 5, to: 5 })).toEqual({ from: 5, to: 5 });
  });
  it("goes through all months that have something, then ends", () => {
    const seen: number[] = [];
    for (let at: Window | undefined = { from: 100, to: 101 }; at; at = nextWindow(at, 1, range, bars)) seen.push(at.from);
    expect(seen).toEqual([100, 104, 105, 106, 110]);
  });
  it("goes back as well", () => {
    expect(nextWindow({ from: 104, to: 105 }, -1, range, bars)).toEqual({ from: 100, to: 101 });
    expect(nextWindow({ from: 100, to: 101 }, -1, range, bars)).toBeUndefined();
  });
});

describe("handles", () => {
  it("do not pass each other or the ends", () => {
    const window = { from: 102, to: 105 };
    expect(moveEnd(window, "from", 7, range)).toEqual({ from: 105, to: 105 });
    expect(moveEnd(window, "to", -15, range)).toEqual({ from: 102, to: 102 });
    expect(moveEnd(window, "to", 95, range)).toEqual({ from: 102, to: 111 });
  });
  it("keep the width when both move", () => {
    expect(shift({ from: 102, to: 105 }, 20, range)).toEqual({ from: 108, to: 111 });
    expect(shift({ from: 102, to: 105 }, -20, range)).toEqual({ from: 100, to: 103 });
  });
  it("show all without a window", () => {
    expect(isAll(range, range)).toBe(true);
    expect(isAll({ from: 100, to: 110 }, range)).toBe(false);
    expect(countOf({ from: 104, to: 106 }, range, bars)).toBe(3);
  });
});
