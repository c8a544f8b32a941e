import { expect, test } from "vitest";
import { counted, cut, dayText, localDay, percent, timeText } from "./words";

test("days, months and years", () => {
  expect(["2021-12-02", "2021-12", "2021", "", null, "soon"].map(dayText)).toEqual(["2 Dec 2021", "Dec 2021", "2021", "", "", "soon"]);
});

test("moments are told as they are where the reader is", () => {
  const at = new Date(2026, 8, 5, 7, 3);
  expect(localDay(at)).toBe("2026-09-05");
  expect(timeText(at.toISOString())).toBe("5 Sep 2026, 07:03");
  expect(timeText("never")).toBe("never");
});

test("numbers", () => {
  expect([counted(1, "demand"), counted(1200, "demand"), percent(0.866)]).toEqual(["1 demand", "1,200 demands", "87 %"]);
  expect(cut("long-term guarantees that NATO", 22)).toBe("long-term guarantees…");
});
