import { describe, expect, it } from "vitest";
import { articleAddress, format, isUnlinked, listed, parse, recordAddress, toggled } from "./address";

describe("addresses", () => {
  it("are read as they were written", () => {
    const path = ["actor", "unlinked:who?/else"];
    expect(parse(format(path, { since: "2021-12", actor: "a&b", none: "" }))).toEqual({ path, params: { since: "2021-12", actor: "a&b" } });
    expect(format(["relations"], { b: 1, a: 2 })).toBe(format(["relations"], { a: 2, b: 1 }));
  });
  it("may be typed wrongly", () => {
    expect(parse("#/ask/100%?since=")).toEqual({ path: ["ask", "100%"], params: {} });
    expect(parse("#main")).toEqual({ path: ["main"], params: {} });
  });
  it("shorten IRIs", () => {
    expect(recordAddress("demarche:demand/f9174047b35a3e66")).toBe("#/record/demand/f9174047b35a3e66");
    expect(articleAddress("demarche:article/2021-12-02/x/y", "demarche:demand/1")).toBe("#/article/2021-12-02/x/y?record=demand%2F1");
    expect([isUnlinked("unlinked:fjord-times"), isUnlinked("nato")]).toEqual([true, false]);
  });
});

describe("settings that list names", () => {
  it("have names put in and taken out", () => {
    expect(listed("statement,event")).toEqual(["statement", "event"]);
    expect(listed(undefined)).toEqual([]);
    expect(toggled(undefined, "event")).toBe("event");
    expect(toggled("statement,event", "demand")).toBe("statement,event,demand");
    expect(toggled("event", "event")).toBe("");
  });
});
