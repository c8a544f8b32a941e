// Walks through all views: whether they show what the articles say, lead to each
// other, and keep their settings in their address.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ask, firstRow, openPage, startBrowser, startProgram, until, viewOf } from "./world.mjs";

let program, browser, page;
let demand; // of Russia on NATO, December 2021
let evidence; // its record in full

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  const { rows } = await ask(program.address, "queries/who-demanded", { by: "russia", of: "nato", since: "2021-12-17", until: "2021-12-17" });
  demand = rows.find((row) => row.what.includes("rule out any further enlargement")) ?? rows[0];
  evidence = await firstRow(program.address, "evidence", { record: demand.record });
  page = await openPage(browser, program.address);
});
after(async () => { await browser?.close(); await program?.stop(); });
beforeEach(() => page.goto("about:blank"));

const text = (selector) => page.locator(selector).first().innerText();
const main = () => text("main");
const params = () => new URLSearchParams(page.url().split("?")[1]);
const number = (words) => Number(words.replace(/\D/g, ""));

describe("overview", () => {
  test("counts what is stored", async () => {
    await page.visit("#/");
    const { rows } = await ask(program.address, "queries/activity", { kind: "demand", limit: 10_000 });
    const demands = rows.reduce((sum, row) => sum + row.count, 0);
    await until(async () => assert.doesNotMatch(await text(".totals"), /…/)); // numbers come one by one
    const shown = Object.fromEntries(await page.locator(".totals > div").evaluateAll((list) => list.map((e) => [e.querySelector("dt").innerText, e.querySelector("dd").innerText])));
    assert.equal(number(shown.demands), demands);
    assert.ok(number(shown.articles) >= 13 && number(shown.statements) >= 100);
    assert.match(shown["period covered"], /2021|2022/);
    page.isClean();
  });

  test("a month has the demands of Russia on NATO, with who says so", async () => {
    await page.visit("#/?since=2021-12&until=2021-12");
    const latest = page.locator("section.latest");
    const item = latest.locator("li", { hasText: "NATO" }).filter({ hasText: "Russia" }).first();
    await item.waitFor();
    assert.ok(await item.locator('a[href="#/actor/russia"]').count() > 0);
    assert.ok(await item.locator('a[href^="#/record/demand/"]').count() > 0);
    assert.ok(await item.locator('a[href^="#/article/"]').count() > 0);
    const days = await latest.locator("time").evaluateAll((list) => list.map((e) => e.dateTime));
    assert.ok(days.length > 0 && days.every((day) => day.startsWith("2021-12")));
    assert.match(await text("section.pairs li"), /Russia.*NATO.*\d+ demand/s);
    page.isClean();
  });

  test("the chart counts by actor, leaves out a series, and its numbers are a table", async () => {
    await page.visit("#/");
    const russia = page.locator(".legend button", { hasText: "Russia" });
    await russia.click();
    await until(() => assert.equal(params().get("hide"), "russia"));
    assert.equal(await russia.getAttribute("aria-pressed"), "false");
    await page.getByText("The numbers as a table").first().click();
    assert.doesNotMatch(await text(".numbers thead"), /Russia/);
    await russia.click();
    await until(async () => assert.match(await text(".numbers thead"), /Russia/));
    page.isClean();
  });

  test("dragging over the bars chooses a period, which the lists follow; back and forward", async () => {
    await page.visit("#/ask");
    await page.visit("#/");
    const plot = await page.locator(".plot svg").first().boundingBox();
    await page.mouse.move(plot.x + plot.width - 130, plot.y + 100);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width - 14, plot.y + 100, { steps: 4 });
    await page.mouse.up();
    await until(() => assert.ok(params().get("since") && params().get("until")));
    const [since, end] = [params().get("since"), params().get("until")];
    await page.settled();
    const days = await page.locator("section.latest time").evaluateAll((list) => list.map((e) => e.dateTime));
    assert.ok(days.every((day) => day >= since && day.slice(0, 7) <= end), `${days} in ${since} to ${end}`);
    await page.reload();
    await page.settled();
    assert.deepEqual([params().get("since"), params().get("until")], [since, end]);
    assert.equal(await page.locator("#filter-since").inputValue(), since);
    await page.goBack();
    await until(async () => assert.equal(await text("h1"), "Ask"));
    await page.goForward();
    await until(async () => assert.equal(await text("h1"), "Overview"));
    assert.equal(params().get("since"), since);
    page.isClean();
  });

  test("statements, and who is spoken to", async () => {
    await page.visit("#/");
    await page.getByRole("button", { name: "Statements", exact: true }).click();
    await page.getByRole("button", { name: "who is spoken to" }).click();
    await page.settled();
    assert.match(await text("#timeline"), /Statements over time, by who is spoken to/);
    assert.equal(params().get("kind"), "statement");
    page.isClean();
  });

  test("new articles are named once there was a visit before", async () => {
    await page.visit("#/");
    assert.equal(await page.locator(".news").count(), 0, "nothing is new on the first visit");
    page.isClean();
  });
});

describe("relations", () => {
  test("the list has Russia and NATO, and leads to the sources", async () => {
    await page.visit("#/relations");
    await page.locator("canvas, .relations-drawing svg").first().waitFor();
    const row = page.getByRole("button", { name: /^Russia demands of NATO\s*:/ });
    const count = number((await row.innerText()).split("\n").at(-1));
    await row.click();
    await page.getByRole("heading", { name: "Russia demands of NATO" }).waitFor();
    await page.settled();
    const { rows } = await ask(program.address, "queries/who-demanded", { by: "russia", of: "nato", limit: 200 });
    assert.equal(rows.length, count);
    assert.equal(await page.locator(".relations-records > li").count(), count);
    assert.ok(await page.locator(`.relations-records a[href="${viewOf(demand.record)}"]`).count() > 0);
    await page.keyboard.press("Escape");
    await row.waitFor();
    await until(async () => assert.ok(await row.evaluate((e) => e === document.activeElement), "the focus comes back"));
    page.isClean();
  });

  test("kinds are switched off, and the address restores it", async () => {
    await page.visit("#/relations");
    const all = number(await text("#relations-side"));
    await page.getByRole("checkbox", { name: /^demands of/ }).click();
    await until(async () => assert.ok(number(await text("#relations-side")) < all));
    assert.equal(params().get("hide"), "demand");
    await page.reload();
    await page.settled();
    assert.equal(await page.getByRole("checkbox", { name: /^demands of/ }).isChecked(), false);
    assert.doesNotMatch(await text(".relations-list"), /demands of/);
    page.isClean();
  });

  test("the slider narrows the months", async () => {
    await page.visit("#/relations");
    const last = page.getByRole("slider", { name: "First month" });
    const before = number(await text("#relations-side"));
    await last.focus();
    await page.keyboard.press("End");
    await until(() => assert.ok(params().get("since")));
    await until(async () => assert.ok(number(await text("#relations-side")) < before));
    await page.getByRole("button", { name: "Whole time" }).first().click();
    await until(async () => assert.equal(number(await text("#relations-side")), before));
    page.isClean();
  });

  test("conditions that nothing fits say so", async () => {
    await page.visit("#/relations?actor=russia&confidence=1");
    assert.match(await main(), /No relation fits these conditions/);
    page.isClean();
  });

  test("an actor is looked at closely", async () => {
    await page.visit("#/relations?node=" + encodeURIComponent("actor/nato"));
    assert.match(await text("#relations-side"), /NATO/);
    assert.match(await text(".side"), /Demands it receives, from\s+Russia/);
    await page.getByRole("link", { name: "Page of this actor" }).click();
    await until(async () => assert.equal(await text("h1"), "NATO"));
    page.isClean();
  });
});

describe("actor", () => {
  test("shows who it is, what it demands and is asked", async () => {
    await page.visit("#/actor/russia");
    assert.equal(await text("h1"), "Russia");
    assert.match(await text(".who-is"), /Russian Federation/);
    assert.match(await text("section[aria-labelledby=made] h2"), /Russia/);
    const made = page.locator("section[aria-labelledby=made] li");
    assert.ok(await made.count() > 3);
    assert.ok((await made.allInnerTexts()).every((words) => words.includes("Russia")));
    assert.ok((await page.locator("section[aria-labelledby=received] li").allInnerTexts()).length > 0);
    assert.match(await text(".stances"), /NATO enlargement/);
    page.isClean();
  });

  test("a period keeps the demands of December 2021 on NATO", async () => {
    await page.visit("#/actor/russia?since=2021-12-17&until=2021-12-17");
    const made = page.locator("section[aria-labelledby=made]");
    assert.ok((await made.innerText()).includes("17 Dec 2021"));
    while (await made.getByRole("button", { name: "More demands" }).count() > 0) {
      await made.getByRole("button", { name: "More demands" }).click();
      await page.settled();
    }
    assert.ok(await made.locator(`a[href="${viewOf(demand.record)}"]`).count() > 0, demand.what);
    page.isClean();
  });

  test("issues unfold, sections unfold and the address keeps them", async () => {
    await page.visit("#/actor/russia");
    await page.locator("details.issue summary").first().click();
    await page.locator("details.issue[open] .words li").first().waitFor();
    await page.getByText("What changed").click();
    await until(() => assert.match(params().get("show") ?? "", /changes/));
    await page.reload();
    await page.settled();
    assert.ok(await page.locator("details.folded[open]", { hasText: "What changed" }).count() === 1);
    page.isClean();
  });

  test("of a name that only articles know it says so", async () => {
    const { rows } = await ask(program.address, "queries/who-demanded", { limit: 200 });
    const unknown = rows.map((row) => row.by).find((by) => by?.id.startsWith("unlinked:"));
    await page.visit("#/actor/" + unknown.id);
    assert.match(await main(), /the catalogue does not know it/);
    await page.getByRole("link", { name: "Add it to the catalogue" }).click();
    await until(async () => assert.equal(await page.getByLabel("Name").first().inputValue(), unknown.name));
    page.isClean();
  });

  test("that is not there is a failure in words", async () => {
    await page.visit("#/add"); // has a heading, which the next has not
    await page.goto(program.address + "#/actor/nobody-of-that-name");
    await page.getByRole("alert").waitFor();
    page.complaints = page.complaints.filter((words) => !words.includes("404")); // the browser logs the answer
    page.isClean();
  });
});

describe("record", () => {
  test("shows the words, who, of whom, the day, and what it rests on", async () => {
    await page.visit(viewOf(demand.record));
    await page.locator(".incontext mark[data-begin]").first().waitFor();
    const marked = await page.locator(".incontext mark[data-begin]").allInnerTexts();
    assert.equal(squeezed(marked.join("")), squeezed(evidence.passage.replaceAll(" … ", "")));
    const facts = await page.locator(".record .facts").first().innerText();
    assert.match(facts, /By\s+Russia/);
    assert.match(facts, /Of\s+NATO/);
    assert.match(facts, /17 Dec 2021/);
    const all = await main();
    for (const words of [evidence.article, evidence.publisher, evidence.rule]) assert.ok(all.includes(words), words);
    page.isClean();
  });

  test("names other reports of the same demand", async () => {
    const { rows } = await ask(program.address, "queries/who-demanded", { limit: 200 });
    let found;
    for (const row of rows) {
      const others = (await ask(program.address, "queries/reported-by", { record: row.record })).rows.filter((r) => r.record !== row.record);
      if (others.length > 0) { found = { row, others }; break; }
    }
    if (!found) return; // the articles repeat no demand
    await page.visit(viewOf(found.row.record));
    await page.locator("#witnesses").scrollIntoViewIfNeeded();
    await page.locator(".witnesses li").first().waitFor();
    assert.equal(await page.locator(".witnesses li").count(), found.others.length);
    page.isClean();
  });

  test("leads to the article and to the actors", async () => {
    await page.visit(viewOf(demand.record));
    await page.locator(".from a").first().click();
    await page.locator(".articletext").waitFor();
    assert.equal(params().get("record"), demand.record.replace("demarche:", ""));
    await page.goBack();
    await page.locator(".facts a", { hasText: "NATO" }).first().click();
    await until(async () => assert.equal(await text("h1"), "NATO"));
    page.isClean();
  });

  test("that is not there says so", async () => {
    await page.visit("#/record/demand/0000000000000000");
    assert.match(await main(), /no record|cannot be shown/i);
    page.complaints = page.complaints.filter((words) => !words.includes("404"));
    page.isClean();
  });
});

const squeezed = (words) => words.replace(/\s+/g, " ").trim();

describe("article", () => {
  test("highlights exactly the words of each record at its offsets", async () => {
    await page.visit(viewOf(demand.article_iri));
    const article = await ask(program.address, "articles/" + encodeURIComponent(demand.article_iri));
    const shown = await page.locator(".articletext [data-begin]").evaluateAll((list) => list.map((e) => [Number(e.dataset.begin), e.textContent]));
    const points = Array.from(article.text);
    for (const [begin, words] of shown) assert.equal(words, points.slice(begin, begin + Array.from(words).length).join(""));
    assert.ok(shown.length > 10);
    page.isClean();
  });

  test("a record of the address is marked, and no other word", async () => {
    await page.visit(`${viewOf(demand.article_iri)}?record=${demand.record.replace("demarche:", "")}`);
    const active = page.locator(".articletext mark.active");
    await active.first().waitFor();
    assert.equal(squeezed((await active.allTextContents()).join("")), squeezed(evidence.passage.replaceAll(" … ", "")));
    assert.ok(await active.first().evaluate((e) => { const { top, bottom } = e.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }), "it is in sight");
    assert.match(await text(".panel"), /Russia[\s\S]*NATO/);
    page.isClean();
  });

  test("pressing marked words opens their record; kinds and confidence leave out", async () => {
    await page.visit(viewOf(demand.article_iri));
    await page.locator(".articletext mark[data-starts]").first().click();
    await page.locator(".panel h2").waitFor();
    assert.ok(params().get("record"));
    const list = page.locator(".recordlist li");
    const all = await list.count();
    await page.locator(".kindtoggle.on-statement").click();
    await until(async () => assert.ok(await list.count() < all));
    assert.equal(await page.locator(".articletext mark.on-statement").count(), 0);
    await page.reload();
    await page.settled();
    assert.equal(await page.locator(".kindtoggle.on-statement").getAttribute("aria-pressed"), "false");
    const some = await list.count();
    await page.locator("#filter-confidence").selectOption("0.9");
    await until(async () => assert.ok(await list.count() < some));
    page.isClean();
  });
});

describe("articles", () => {
  test("lists all, the latest first, and opens one", async () => {
    await page.visit("#/articles");
    const { articles } = await ask(program.address, "articles", { limit: 1000 });
    assert.equal(await page.locator(".articles .headline").count(), Math.min(50, articles.length));
    const first = await text(".articles .headline");
    await page.locator(".articles .headline a").first().click();
    await until(async () => assert.equal(await text("h1"), first));
    page.isClean();
  });
});

describe("ask", () => {
  test("finds a question, asks it, and shows the answer as table, chart and graph", async () => {
    await page.visit("#/ask");
    await page.getByLabel("Search the questions").fill("who-demanded");
    await page.locator(".queries h3 a").first().click();
    await page.getByRole("combobox", { name: "of", exact: true }).fill("nat");
    await page.getByRole("option", { name: /^NATO/ }).click();
    await page.getByLabel("since").first().fill("2021-12");
    await page.getByLabel("until").first().fill("2021-12");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await until(async () => assert.equal(params().get("of"), "nato"));
    const { rows } = await ask(program.address, "queries/who-demanded", { of: "nato", since: "2021-12", until: "2021-12", limit: 50 });
    // The rows of the question before are there until the answer comes.
    await until(async () => {
      assert.equal(await page.locator(".answer tbody tr").count(), rows.length);
      assert.ok((await page.locator(".answer tbody").textContent())?.includes(demand.what));
    });
    for (const form of ["Chart", "Graph"]) {
      await page.getByRole("button", { name: form, exact: true }).click();
      await page.locator(".answer svg, .answer canvas").first().waitFor();
      await page.settled();
    }
    await page.reload();
    await page.settled();
    assert.equal(await page.getByRole("button", { name: "Graph", exact: true }).getAttribute("aria-pressed"), "true");
    page.isClean();
  });

  test("saves answers that have the same rows", async () => {
    await page.visit("#/ask/who-demanded?of=nato&since=2021-12&until=2021-12");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    assert.equal(download.suggestedFilename(), "who-demanded.csv");
    page.isClean();
  });

  test("a question that lacks what it needs says what", async () => {
    await page.visit("#/ask/demands-on");
    assert.match(await main(), /Give actor, then ask|Give .*then ask/);
    page.isClean();
  });
});

test("every link of the views leads somewhere", async () => {
  const seen = new Set();
  for (const view of ["#/", "#/relations?edge=demand%2Frussia%2Fnato", "#/actor/nato", viewOf(demand.record), viewOf(demand.article_iri), "#/ask/who-demanded?of=nato"]) {
    await page.visit(view);
    for (const href of await page.locator("main a[href]").evaluateAll((list) => list.map((a) => a.getAttribute("href")))) seen.add(href);
  }
  // Of each kind of address the first; the others differ in what they name only.
  const kinds = new Map();
  for (const href of seen) {
    if (!href.startsWith("#/")) continue;
    const kind = href.replace(/\?.*/, "").split("/").slice(0, 3).map((part, i) => (i === 2 && !href.startsWith("#/ask/") ? "" : part)).join("/");
    if (!kinds.has(kind)) kinds.set(kind, href);
  }
  for (const href of kinds.values()) {
    await page.visit(href);
    assert.doesNotMatch(await main(), /no such view|cannot be shown|went wrong/i, href);
  }
  assert.ok(kinds.size >= 4, [...kinds].join());
  page.isClean();
});
