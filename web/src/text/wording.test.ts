import { describe, expect, it } from "vitest";
import { alike, difference } from "./wording";

const shown = (a: string, b: string) =>
  difference(a, b).parts.map((p) => ({ same: "", added: "+", removed: "-" })[p.is] + p.text.trim()).filter((t) => t !== "").join("|");

describe("difference", () => {
  it("is nothing between the same words, whatever the blanks", () => {
    expect(difference("stop  the\nwar", "stop the war")).toEqual({ parts: [{ is: "same", text: "stop the war" }], share: 1 });
  });
  it("marks what is added and what is left out", () => {
    expect(shown("a halt to NATO's expansion", "an immediate halt to the expansion")).toBe("-a|+an immediate|halt to|-NATO's|+the|expansion");
  });
  it("knows words that have nothing in common", () => expect(difference("withdraw the troops", "security guarantees now").share).toBeLessThan(alike));
  it("does not break characters", () => expect(shown("stop 😀 now", "stop 😀 today")).toBe("stop 😀|-now|+today"));
  it("of nothing is whole", () => expect(difference("", "").share).toBe(1));
});
