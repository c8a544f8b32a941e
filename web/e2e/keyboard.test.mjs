// The explorer without a pointer: every way that the keys promise.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { firstRow, openPage, samples, startBrowser, startProgram, token, until, viewOf } from "./world.mjs";

let program, browser, page, demand;

before(async () => {
  program = await startProgram({ paths: [samples] });
  browser = await startBrowser();
  demand = await firstRow(program.address, "who-demanded", { by: "russia", of: "nato", since: "2021-12", until: "2021-12" });
  page = await openPage(browser, program.address);
});
after(async () => { await browser?.close(); await program?.stop(); });
beforeEach(() => page.goto("about:blank"));

const params = () => new URLSearchParams(page.url().split("?")[1]);
const heading = () => page.locator("h1").first().innerText();
const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
/** Whether the element has the focus. */
const focused = (locator) => until(async () => assert.ok(await locator.evaluate((e) => e === document.activeElement), "has the focus"));

test("the first Tab is a way past the menu", async () => {
  await page.visit("#/");
  await press("Tab");
  await focused(page.getByRole("link", { name: "Skip to the content" }));
  await press("Enter");
  await focused(page.locator("main"));
  assert.doesNotMatch(page.url(), /#main/);
  page.isClean();
});

test("the menu by Tab and Enter; the new view has the focus", async () => {
  await page.visit("#/");
  const link = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Ask" });
  for (let i = 0; i < 10 && !await link.evaluate((e) => e === document.activeElement); i++) await press("Tab");
  await press("Enter");
  await until(async () => assert.equal(await heading(), "Ask"));
  await focused(page.locator("main"));
  assert.equal(await link.getAttribute("aria-current"), "page");
  page.isClean();
});

test("/ finds an actor, by arrows and Enter", async () => {
  await page.visit("#/");
  await press("/");
  const field = page.getByRole("combobox", { name: "Find an actor" });
  await focused(field);
  await page.keyboard.type("un");
  await page.getByRole("option").nth(1).waitFor();
  await press("ArrowDown");
  const second = page.getByRole("option").nth(1);
  await until(async () => assert.equal(await second.getAttribute("aria-selected"), "true"));
  assert.equal(await field.getAttribute("aria-activedescendant"), await second.getAttribute("id"));
  const name = await second.evaluate((e) => e.firstChild.textContent);
  await press("Enter");
  await until(async () => assert.equal(await heading(), name));
  assert.equal(await field.inputValue(), "");
  page.isClean();
});

test("Escape closes the list of the field, and what was typed stays", async () => {
  await page.visit("#/");
  await press("/");
  await page.keyboard.type("rus");
  await page.getByRole("option").first().waitFor();
  await press("Escape");
  await page.getByRole("listbox").waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("combobox", { name: "Find an actor" }).inputValue(), "rus");
  page.isClean();
});

test("g and a letter go to the views", async () => {
  await page.visit("#/");
  for (const [key, name] of [["r", "Relations"], ["a", "Ask"], ["t", "Articles"], ["d", "Add"], ["v", "Review"], ["o", "Overview"]]) {
    await press("g", key);
    await until(async () => assert.equal(await heading(), name));
  }
  page.isClean();
});

test("? lists the keys; Escape closes, and the focus is back", async () => {
  await page.visit("#/ask");
  const search = page.getByLabel("Search the questions");
  await search.focus();
  await press("Tab");
  const before = await page.evaluate(() => document.activeElement.textContent);
  await press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /find an actor/);
  await press("Escape");
  await dialog.waitFor({ state: "detached" });
  await until(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), before));
  page.isClean();
});

test("single keys that are switched off do nothing", async () => {
  await page.visit("#/");
  await page.getByRole("button", { name: "Settings" }).focus();
  await press("Enter");
  const box = page.getByRole("checkbox", { name: "Single keys do things" });
  await box.focus();
  await press("Space", "Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.reload();
  await page.settled();
  await press("?", "g", "r", "/");
  await page.settled();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await heading(), "Overview");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "find");
  await page.evaluate(() => localStorage.clear());
  page.isClean();
});

describe("article", () => {
  test("j and k go from record to record, Escape leaves", async () => {
    await page.visit(viewOf(demand.article_iri));
    const rows = page.locator(".recordlist button");
    await press("j");
    await until(async () => assert.equal(await rows.nth(0).getAttribute("aria-current"), "true"));
    await press("j");
    await until(async () => assert.equal(await rows.nth(1).getAttribute("aria-current"), "true"));
    const second = params().get("record");
    await press("k");
    await until(() => assert.notEqual(params().get("record"), second));
    await page.locator(".articletext mark.active").first().waitFor();
    await press("Escape");
    await until(() => assert.equal(params().get("record"), null));
    page.isClean();
  });

  test("marked words are reached by Tab and opened by Enter", async () => {
    await page.visit(viewOf(demand.article_iri));
    const mark = page.locator(".articletext mark[tabindex='0']").first();
    await mark.focus();
    await press("Enter");
    await page.locator(".panel h2").waitFor();
    assert.equal(await mark.getAttribute("aria-pressed"), "true");
    page.isClean();
  });
});

describe("chart of the overview", () => {
  test("arrows read, Shift chooses, Enter shows, Escape shows all", async () => {
    await page.visit("#/");
    const plot = page.getByRole("application");
    await plot.focus();
    await press("End");
    await until(async () => assert.match(await plot.getByRole("status").innerText(), /\d{4}: \d+ demands?/));
    await press("Shift+ArrowLeft", "Shift+ArrowLeft", "Enter");
    await until(() => assert.ok(params().get("since") < params().get("until")));
    await page.settled();
    await plot.focus();
    await press("Escape");
    await until(() => assert.equal(params().get("since"), null));
    page.isClean();
  });

  test("the ends of the period are sliders", async () => {
    await page.visit("#/");
    const from = page.getByRole("slider", { name: "First period shown" });
    await from.focus();
    await press("ArrowRight", "PageUp");
    await until(async () => assert.ok(Number(await from.getAttribute("aria-valuenow")) > 1));
    await until(() => assert.ok(params().get("since")));
    assert.match(await from.getAttribute("aria-valuetext"), /\d{4}/);
    await press("Home");
    await until(() => assert.equal(params().get("since"), null));
    page.isClean();
  });
});

describe("relations", () => {
  test("a relation is opened and left, and the focus follows", async () => {
    await page.visit("#/relations");
    const row = page.locator(".relations-list button").first();
    await row.focus();
    await press("Enter");
    await focused(page.locator("#relations-side"));
    await press("Escape");
    await focused(page.locator(".relations-list button").first());
    page.isClean();
  });

  test("the months are sliders, with Shift both move", async () => {
    await page.visit("#/relations");
    const last = page.getByRole("slider", { name: "Last month" });
    await last.focus();
    await press("ArrowLeft", "ArrowLeft");
    await until(() => assert.ok(params().get("until")));
    const until1 = params().get("until");
    const first = page.getByRole("slider", { name: "First month" });
    await first.focus();
    await press("ArrowRight", "Shift+ArrowRight");
    await until(() => assert.ok(params().get("until") > until1 && params().get("since")));
    page.isClean();
  });

  test("the drawing is moved by keys without losing them to the page", async () => {
    await page.visit("#/relations");
    await page.locator(".surface").focus();
    await press("+", "ArrowLeft", "ArrowUp", "-", "0");
    assert.equal(await page.evaluate(() => scrollY), 0);
    page.isClean();
  });
});

test("the combobox of a question is filled by keys and asked by Enter", async () => {
  await page.visit("#/ask/demands-on");
  const field = page.getByRole("combobox", { name: /^actor/ });
  await field.focus();
  await page.keyboard.type("nat");
  await page.locator("[role=option]:visible").first().waitFor(); // a menu of questions has options, too
  await press("Enter");
  await until(async () => assert.equal(await field.inputValue(), "NATO"));
  await press("Enter");
  await page.locator(".answer table").waitFor();
  page.isClean();
});

test("review: a, c and x decide", async () => {
  await page.visit("#/review");
  await page.evaluate((token) => { localStorage.setItem("demarche.reviewer", "Ada"); sessionStorage.setItem("demarche.token", token); }, token);
  await page.reload();
  await page.settled();
  await page.locator(".ondesk .verdicts").waitFor();
  const desk = page.locator(".ondesk h2");
  const decisions = page.locator("section[aria-labelledby=made] li");
  for (const [key, done] of [["a", "accepted"], ["x", "rejected"]]) {
    const before = new URL(page.url()).hash;
    const count = await decisions.count();
    await press(key);
    await until(async () => assert.equal(await decisions.count(), count + 1));
    assert.match(await decisions.first().innerText(), new RegExp(done));
    await until(() => assert.notEqual(new URL(page.url()).hash, before, "the next one is there"));
    await page.settled();
    await desk.waitFor();
  }
  await press("c");
  const form = page.getByRole("form", { name: "Correction" });
  await form.waitFor();
  await until(async () => assert.ok(await form.evaluate((e) => e.contains(document.activeElement)), "the form has the focus"));
  await press("Escape");
  await form.waitFor({ state: "detached" });
  page.isClean();
});
