import { expect, test } from "vitest";
import { asError } from "./client";
import { loadedOf } from "./use";

test("an answer is that of its own question only", () => {
  const last = { key: "a", data: 1, busy: false };
  expect(loadedOf(last, "a")).toBe(last);
  expect(loadedOf(last, "b")).toEqual({ data: 1, busy: true });
  expect(loadedOf({ key: "a", error: new Error("no"), busy: false }, "b")).toEqual({ busy: true });
  expect(loadedOf({ busy: false }, "a")).toEqual({ busy: true });
  expect(loadedOf(last, undefined)).toEqual({ busy: false });
});

test("what was thrown is told in words", () => {
  expect(asError(new TypeError("Failed to fetch")).message).toMatch(/cannot be reached/);
  expect(asError("odd").message).toBe("odd");
});
