import { expect, test } from "vitest";
import { actorId, groups, hostOf, nameOf } from "./groups";

const on = (...days: (string | undefined)[]) => days.map((published, i) => ({ iri: "a" + i, ...(published && { published }) }));

test("articles stand under days, or under months where the days have one each", () => {
  expect(groups(on("2022-01-02T10:00:00Z", "2022-01-02", "2022-01-01", undefined)).map((g) => [g.period, g.articles.length]))
    .toEqual([["2022-01", 3], ["", 1]]);
  expect(groups(on("2022-01-02", "2022-01-02", "2022-01-02", "2022-01-01")).map((g) => g.period)).toEqual(["2022-01-02", "2022-01-01"]);
});

test("names and hosts for people", () => {
  expect(nameOf(actorId("demarche:actor/unlinked:the-harbour-gazette"))).toBe("The Harbour Gazette");
  expect(hostOf("https://www.example.org/x")).toBe("example.org");
  expect(hostOf("somewhere")).toBe("somewhere");
});
