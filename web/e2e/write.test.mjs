// What changes the store: articles, actors, reviews; and what is said without the token.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { ask, firstRow, openPage, samples, startBrowser, startProgram, token, until, viewOf } from "./world.mjs";

let program, browser, page;

before(async () => {
  program = await startProgram({ paths: [samples] });
  browser = await startBrowser();
  page = await openPage(browser, program.address);
});
after(async () => { await browser?.close(); await program?.stop(); });
beforeEach(() => page.goto("about:blank"));

/** Gives the browser name and token, as under Settings. */
async function become(reviewer, secret = token) {
  await page.goto(program.address);
  await page.evaluate(([name, value]) => {
    localStorage.setItem("demarche.reviewer", name);
    sessionStorage.setItem("demarche.token", value);
  }, [reviewer, secret]);
}
const forget = () => page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
const text = (selector) => page.locator(selector).first().innerText();

describe("an article", () => {
  const pasted = "Norway said on Monday that it was concerned.\n\nNorway demanded that Sweden withdraw its troops from the border.\n\nSweden rejected the demand.";

  test("is previewed without the token, and storing explains what it needs", async () => {
    await page.visit("#/add");
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(pasted);
    await page.getByRole("button", { name: "Show what would be read" }).click();
    await page.locator(".preview").waitFor();
    const store = page.getByRole("button", { name: "Store", exact: true });
    assert.ok(await store.isDisabled());
    assert.match(await page.locator("main").innerText(), /needs the token/);
    assert.equal((await ask(program.address, "actors/norway").catch(() => ({}))).records, undefined);
    page.isClean();
  });

  test("is stored as it was previewed", async () => {
    await become("");
    await page.visit("#/add");
    await page.reload();
    await page.getByLabel("Title").fill("Norway and Sweden");
    await page.getByLabel("Publisher", { exact: true }).fill("Fjord Times");
    await page.getByLabel("Published").fill("2021-12-20");
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(pasted);
    await page.getByRole("button", { name: "Show what would be read" }).click();
    const preview = page.locator(".preview");
    await preview.waitFor();
    const previewed = await preview.locator(".recordlist li").allInnerTexts();
    assert.ok(previewed.some((words) => /Norway.*Sweden.*withdraw/.test(words)), previewed.join("\n"));
    assert.match(await preview.innerText(), /not stored yet/);
    await page.getByRole("button", { name: "Store", exact: true }).click();
    await page.getByRole("link", { name: "Norway and Sweden" }).click();
    await page.locator(".articleview .recordlist li").first().waitFor();
    assert.deepEqual(await page.locator(".articleview .recordlist li").allInnerTexts(), previewed);
    const { rows } = await ask(program.address, "queries/who-demanded", { by: "norway", of: "sweden" });
    assert.equal(rows.length, 1);
    page.isClean();
  });

  test("is news on the next visit", async () => {
    await become("");
    await page.visit("#/");
    await page.waitForLoadState("networkidle");
    await until(async () => assert.ok(await page.evaluate(() => localStorage.getItem("demarche.seen")), "the visit is remembered"));
    const response = await fetch(`${program.address}api/articles?name=new.json`, {
      method: "POST", headers: { Authorization: "Bearer " + token, "Content-Type": "application/json" },
      body: JSON.stringify({ title: "Denmark wants an answer", published: "2022-03-20", text: "Denmark demanded that Finland open its archives." }),
    });
    assert.equal(response.status, 201);
    // A visit ends when the reader was away for a while.
    await page.evaluate(() => {
      const seen = JSON.parse(localStorage.getItem("demarche.seen"));
      const long = 24 * 3600 * 1000;
      for (const visit of Object.values(seen)) if (visit && typeof visit === "object" && "at" in visit) visit.at -= long;
      localStorage.setItem("demarche.seen", JSON.stringify(seen));
    });
    await page.reload();
    await page.locator(".news").waitFor();
    assert.match(await text(".news"), /Denmark wants an answer/);
    await page.getByRole("button", { name: "Mark as seen" }).click();
    await page.locator(".news").waitFor({ state: "detached" });
    page.isClean();
  });
});

describe("an actor", () => {
  test("is checked as one writes, added, and stored mentions are linked", async () => {
    const { rows } = await ask(program.address, "queries/who-demanded", { limit: 200 });
    const stranger = rows.map((row) => row.by).find((by) => by?.id.startsWith("unlinked:") && /^[A-Z]\w+ \w+/.test(by.name));
    await become("");
    await page.visit("#/add?kind=actor&name=" + encodeURIComponent(stranger.name));
    await page.reload();
    await page.getByLabel("Wikidata").fill("Q");
    await page.locator("ul.failure li").first().waitFor();
    assert.equal(await page.getByLabel("Wikidata").getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByRole("button", { name: "Add", exact: true }).count(), 0, "what is wrong cannot be added");
    await page.getByLabel("Wikidata").fill("");
    await page.getByLabel("Kind").selectOption("group");
    await until(async () => assert.match(await page.locator("main").innerText(), /stored mentions? would be linked/));
    const add = page.getByRole("button", { name: "Add", exact: true });
    await until(async () => assert.ok(await add.isEnabled()));
    await add.click();
    await page.getByRole("button", { name: "Link stored mentions" }).click();
    await until(async () => assert.match(await page.locator("main").innerText(), /[1-9]\d* mentions? linked/));
    const after = await ask(program.address, "queries/who-demanded", { limit: 200 });
    const linked = after.rows.map((row) => row.by).filter((by) => by?.name === stranger.name);
    assert.ok(linked.length > 0 && linked.every((by) => !by.id.startsWith("unlinked:")), JSON.stringify(linked));
    page.isClean();
  });

  test("of the catalogue is not changed here", async () => {
    await page.visit("#/add?kind=actor&id=russia");
    assert.match(await page.locator("main").innerText(), /part of the built-in catalogue/);
    page.isClean();
  });
});

describe("reviews", () => {
  let demand;
  before(async () => { demand = await firstRow(program.address, "who-demanded", { by: "russia", of: "nato", since: "2021-12", until: "2021-12" }); });
  const history = () => page.locator("ul[aria-label='Decisions on this record'] li");

  test("without a name or the token say what is missing", async () => {
    await page.visit(viewOf(demand.record));
    await forget();
    await page.reload();
    await page.getByRole("button", { name: /^Accept/ }).click();
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /carries a name/);
    await page.getByRole("button", { name: "Open the settings" }).click();
    await page.getByLabel("Your name, for reviews").fill("Ada");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Accept/ }).click();
    await until(async () => assert.match(await page.getByRole("alert").innerText(), /token/));
    page.complaints = page.complaints.filter((words) => !/40[13]/.test(words)); // the browser logs the answer
    page.isClean();
  });

  test("are made, corrected, superseded and undone, and survive reloads", async () => {
    await become("Ada");
    await page.visit(viewOf(demand.record));
    await page.reload();
    await page.getByRole("button", { name: /^Accept/ }).click();
    await until(async () => assert.match(await history().first().innerText(), /accepted[\s\S]*Ada/));
    await page.getByRole("button", { name: /^Correct/ }).click();
    await page.getByRole("form", { name: "Correction" }).getByLabel("Strength").selectOption("ultimatum");
    await page.getByRole("form", { name: "Correction" }).getByLabel("Comment").fill("They set a day.");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await until(async () => assert.match(await history().first().innerText(), /corrected[\s\S]*ultimatum[\s\S]*They set a day/));
    assert.match(await history().nth(1).innerText(), /superseded/);
    await page.reload();
    await page.settled();
    await until(async () => assert.equal(await page.getByRole("button", { name: /^Correct/ }).getAttribute("aria-pressed"), "true"));
    await page.getByRole("button", { name: "Undo" }).first().click();
    await until(async () => assert.equal(await history().count(), 1));
    await until(async () => assert.equal(await page.getByRole("button", { name: /^Accept/ }).getAttribute("aria-pressed"), "true"));
    page.isClean();
  });

  test("survive the article being loaded again", async () => {
    await become("Ada");
    const file = join(samples, "01_draft_treaties.txt");
    const response = await fetch(`${program.address}api/articles?name=01_draft_treaties.txt`, {
      method: "POST", headers: { Authorization: "Bearer " + token, "Content-Type": "text/plain" }, body: readFileSync(file),
    });
    assert.ok(response.ok);
    await page.visit("#/review");
    await page.reload();
    await until(async () => assert.equal(await page.locator("section[aria-labelledby=made] li").count(), 1));
    page.isClean();
  });

  test("of a second reviewer make agreement, and gold is there to be saved", async () => {
    await become("Ben");
    await page.visit(viewOf(demand.record));
    await page.reload();
    await page.getByRole("button", { name: /^Reject/ }).click();
    await until(async () => assert.match(await history().first().innerText(), /rejected[\s\S]*Ben/));
    await page.visit("#/review");
    await page.settled();
    await page.locator("#agreement").scrollIntoViewIfNeeded();
    const table = page.getByRole("region", { name: "Agreement by field" });
    await table.waitFor();
    assert.match(await table.innerText(), /Is it such a record at all\?/);
    assert.match(await page.locator("section[aria-labelledby=agreement]").innerText(), /Ada: 1 decision · Ben: 1 decision|Ben: 1 decision · Ada: 1 decision/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Ada", exact: true }).click()]);
    assert.equal(download.suggestedFilename(), "gold-Ada.jsonl");
    const lines = readFileSync(await download.path(), "utf8").trim().split("\n");
    assert.ok(lines.length >= 1 && lines.every((line) => JSON.parse(line)));
    page.isClean();
  });

  test("leave the queue as they are made", async () => {
    await become("Cleo");
    await page.visit("#/review?below=0.8");
    await page.reload();
    await page.settled();
    const waiting = async () => Number(/of (\d+)/.exec(await text(".steps [role=status]"))[1]);
    const before = await waiting();
    await page.locator(".ondesk").getByRole("button", { name: /^Accept/ }).click();
    await until(async () => assert.equal(await waiting(), before - 1));
    page.isClean();
  });
});
