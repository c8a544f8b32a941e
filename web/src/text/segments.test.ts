import { describe, expect, it } from "vitest";
import { Points } from "./points";
import { lines, segments, within, type Mark } from "./segments";

const mark = (id: string, spans: [number, number][], cues: [number, number][] = []): Mark => ({
  id, spans: spans.map(([begin, end]) => ({ begin, end })), cues: cues.map(([begin, end]) => ({ begin, end })),
});
const shown = (range: [number, number], marks: Mark[]) =>
  segments({ begin: range[0], end: range[1] }, marks).map((s) => [s.begin, s.end, s.ids.join(), s.cueOf.join(), s.starts.join()].join(" "));

describe("segments", () => {
  it("are the whole text where there is no record", () => expect(shown([0, 5], [])).toEqual(["0 5   "]));
  it("are cut where spans overlap", () => {
    expect(shown([0, 10], [mark("a", [[1, 6]]), mark("b", [[4, 8]])])).toEqual(["0 1   ", "1 4 a  a", "4 6 b,a  b", "6 8 b  ", "8 10   "]);
  });
  it("name the innermost first", () => {
    expect(shown([0, 9], [mark("whole", [[0, 9]]), mark("part", [[3, 5]])])[1]).toBe("3 5 part,whole  part");
  });
  it("of a span with a gap leave the gap out, and start once", () => {
    expect(shown([0, 10], [mark("a", [[1, 3], [5, 7]])])).toEqual(["0 1   ", "1 3 a  a", "3 5   ", "5 7 a  ", "7 10   "]);
  });
  it("know cues, inside and outside of spans", () => {
    expect(shown([0, 10], [mark("a", [[3, 9]], [[1, 2], [4, 5]])])).toEqual(
      ["0 1   ", "1 2  a ", "2 3   ", "3 4 a  a", "4 5 a a ", "5 9 a  ", "9 10   "]);
  });
  it("keep to the range", () => expect(shown([2, 4], [mark("a", [[0, 9]])])).toEqual(["2 4 a  a"]));
  it("with the same span share it", () => expect(shown([0, 3], [mark("b", [[0, 3]]), mark("a", [[0, 3]])])).toEqual(["0 3 a,b  a,b"]));
  it("cover ten thousand records soon", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => mark(String(i), [[i * 5, i * 5 + 8]]));
    const begin = performance.now();
    expect(segments({ begin: 0, end: 50_100 }, many)).toHaveLength(20_000);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

describe("lines", () => {
  it("are those with words, in code points", () => {
    const text = new Points("😀 head\n\n \nbody e\u0301\nend");
    expect(lines(text.text, (b, e) => text.slice(b, e), text.length).map((l) => text.slice(l.begin, l.end))).toEqual(["😀 head", "body e\u0301", "end"]);
  });
  it("cut segments, of which only the first piece starts a record", () => {
    const all = segments({ begin: 0, end: 20 }, [mark("a", [[2, 12]])]);
    expect(within({ begin: 0, end: 5 }, all).map((s) => [s.begin, s.end, s.starts.join()])).toEqual([[0, 2, ""], [2, 5, "a"]]);
    expect(within({ begin: 6, end: 20 }, all).map((s) => [s.begin, s.end, s.starts.join()])).toEqual([[6, 12, ""], [12, 20, ""]]);
  });
});
