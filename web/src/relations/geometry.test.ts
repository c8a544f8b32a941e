import { describe, expect, it } from "vitest";
import { control, curvature, curveAt, edgeShape, entersAt, fit, loopShape } from "./geometry";

const a = { x: 0, y: 0 };
const b = { x: 100, y: 0 };

describe("curves", () => {
  it("bend to the left of their direction, so that both directions part", () => {
    const there = curveAt(0.5, a, control(a, b, curvature.demand), b);
    const back = curveAt(0.5, b, control(b, a, curvature.demand), a);
    expect(there.y).toBeCloseTo(-6);
    expect(back.y).toBeCloseTo(6);
  });
  it("part support and opposition", () => {
    expect(control(a, b, curvature.support).y).toBe(-control(a, b, curvature.oppose).y);
  });
  it("end at the border of the node", () => {
    const middle = control(a, b, 0.12);
    const p = curveAt(entersAt(a, middle, b, 20), a, middle, b);
    expect(Math.hypot(p.x - b.x, p.y - b.y)).toBeCloseTo(20, 1);
  });
});

describe("edgeShape", () => {
  const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);
  it("has an arrow whose tip touches the target", () => {
    const [, , x, y] = numbers(edgeShape(a, b, "demand", 2, 10).head);
    expect(Math.hypot((x ?? 0) - b.x, (y ?? 0) - b.y)).toBeCloseTo(11, 0);
  });
  it("has a bar of four corners where it opposes, an arrow of three else", () => {
    expect(numbers(edgeShape(a, b, "oppose", 2, 10).head)).toHaveLength(8);
    expect(numbers(edgeShape(a, b, "support", 2, 10).head)).toHaveLength(6);
  });
  it("has numbers only, also where nodes lie on each other", () => {
    expect(edgeShape(a, a, "demand", 2, 10).line).not.toContain("NaN");
    expect(loopShape(a, 10).line).not.toContain("NaN");
  });
});

describe("fit", () => {
  it("fills the drawing up to its room, around the middle", () => {
    const fitted = fit(new Map([["a", { x: 5, y: 5 }], ["b", { x: 15, y: 7 }]]), 300, 200, 50);
    expect(fitted.get("a")).toEqual({ x: -100, y: -20 });
    expect(fitted.get("b")).toEqual({ x: 100, y: 20 });
  });
  it("puts a lone node in the middle", () => {
    expect(fit(new Map([["a", { x: 5, y: 5 }]]), 300, 200, 50).get("a")).toEqual({ x: 0, y: 0 });
  });
});
