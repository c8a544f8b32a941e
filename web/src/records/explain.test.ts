import { expect, it } from "vitest";
import { confidenceText, dayBasis, ruleText, whenText } from "./explain";
import { evidence } from "./fixture";

it("explains rules", () => {
  expect(ruleText("verb:call on")).toBe("the verb “call on”");
  expect(ruleText("condition")).toBe("a condition that must be met");
  expect(ruleText("new:thing")).toBe("new:thing");
});
it("explains days", () => {
  expect(whenText("2021-12-31/2022-01-31")).toBe("31 Dec 2021 to 31 Jan 2022");
  expect(dayBasis(evidence({ when: "2022-02" }))).toBe("the article says Feb 2022");
  expect(dayBasis(evidence({ basis: "publication" }))).toMatch(/^the day of publication/);
  expect(dayBasis(evidence({ day: null }))).toBe("the article gives no day");
});
it("explains confidence", () => expect(confidenceText(evidence({}))).toMatch(/about 89 are right/));
