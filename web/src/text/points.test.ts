import { describe, expect, it } from "vitest";
import { countPoints, formatSpans, parseSpans, Points, wordsAt } from "./points";

describe("Points", () => {
  it("is the identity where no character is outside the basic plane", () => {
    const text = new Points("Škoda said no");
    expect([text.length, text.unit(6), text.point(6), text.slice(0, 5)]).toEqual([13, 6, 6, "Škoda"]);
  });
  it("counts an astral character once", () => {
    const text = new Points("a😀b𝔘c");
    expect(text.length).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map((p) => text.unit(p))).toEqual([0, 1, 3, 4, 6, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((u) => text.point(u))).toEqual([0, 1, 1, 2, 3, 3, 4, 5]);
    expect(text.slice(2, 4)).toBe("b𝔘");
  });
  it("counts combining marks as code points of their own", () => {
    const text = new Points("e\u0301 👩‍🚀 stop");
    expect(text.length).toBe(2 + 1 + 3 + 1 + 4);
    expect(text.slice(7, 11)).toBe("stop");
  });
  it("keeps to the text", () => {
    const text = new Points("😀");
    expect([text.unit(-3), text.unit(9), text.slice(0, 99)]).toEqual([0, 2, "😀"]);
  });
  it("counts lone surrogates as one", () => expect(countPoints("\ud800x😀")).toBe(3));
});

describe("spans", () => {
  it("are read and written", () => {
    expect(parseSpans("10-12 20-30")).toEqual([{ begin: 10, end: 12 }, { begin: 20, end: 30 }]);
    expect(formatSpans(parseSpans("10-12  20-30"))).toBe("10-12 20-30");
  });
  it("that are none are left out", () => expect(parseSpans("x 5-5 7-3 1-2 9")).toEqual([{ begin: 1, end: 2 }]));
  it("give the words with a gap", () => expect(wordsAt(new Points("😀 stop it now"), parseSpans("2-6 10-13"))).toBe("stop … now"));
});
