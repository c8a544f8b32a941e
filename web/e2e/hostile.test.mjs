// An article whose every field is an attack: nothing of it may run, be asked for
// or become a link; it is shown letter by letter, with its records in their place.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ask, beyond, openPage, startBrowser, startProgram, token, until, viewOf } from "./world.mjs";

const image = "<img src=https://attacker.example/x onerror=\"window.ran=1\">";
const long = "un".repeat(400);
const attack = {
  title: `Talks </script><script>window.ran=1</script> fail ${image}`,
  publisher: "The <svg onload=window.ran=1> Paper",
  authors: [`Ann ${image}`, "javascript:window.ran=1"],
  url: "javascript:window.ran=1",
  published: "2021-12-17",
  text: [
    "😀 𝕏𝕐 𝒵 Russia demanded on Thursday that NATO withdraw its troops from Poland & Romania &lt;b&gt; &amp;.",
    `Russian President Vladimir Putin said ${image} that NATO must not expand to the east.`,
    "China urged the United States 👩‍👩‍👧 to lift \u202Esnoitcnas eht\u202C and tariffs </textarea></script><script>window.ran=1</script>.",
    `Iran demanded that Germany release ${long} at once.`,
    "<a href=\"javascript:window.ran=1\">Ukraine</a> asked <iframe src=https://attacker.example></iframe> France to send 🚀 weapons {{7*7}} ${7*7}.",
  ].join("\n\n"),
};

let program, browser, page, article;

before(async () => {
  program = await startProgram({ paths: [] });
  const response = await fetch(`${program.address}api/articles?name=attack.json`, {
    method: "POST", headers: { Authorization: "Bearer " + token, "Content-Type": "application/json" }, body: JSON.stringify(attack),
  });
  assert.equal(response.status, 201, await response.clone().text());
  article = (await ask(program.address, "articles")).articles[0];
  browser = await startBrowser();
  page = await openPage(browser, program.address);
});
after(async () => { await browser?.close(); await program?.stop(); });
beforeEach(() => page.goto("about:blank"));

/** Nothing of the article became part of the page. */
async function isHarmless() {
  await page.settled();
  const found = await page.evaluate(() => ({
    ran: globalThis.ran,
    elements: document.querySelectorAll("main :is(script, iframe, img, object, embed), [onerror], [onload]").length,
    links: [...document.links].map((a) => a.protocol).filter((p) => !["http:", "https:"].includes(p)),
    out: [...document.links].filter((a) => a.host.includes("attacker")).length,
  }));
  assert.deepEqual(found, { ran: undefined, elements: 0, links: [], out: 0 });
  page.isClean();
}

test("every view shows it harmlessly", async () => {
  const { rows } = await ask(program.address, "queries/who-demanded", { limit: 50 });
  assert.ok(rows.length >= 4, "the demands are found");
  const actors = new Set(rows.flatMap((row) => [row.by, ...(row.of ?? [])]).map((actor) => actor?.id).filter(Boolean));
  const views = ["#/", "#/relations", "#/articles", "#/ask/who-demanded", "#/ask/articles", "#/review", viewOf(article.iri),
    ...rows.map((row) => viewOf(row.record)), ...[...actors].map((id) => "#/actor/" + id), "#/actor/" + article.publisher.replace("demarche:actor/", "")];
  for (const view of views) {
    await page.visit(view);
    await isHarmless();
  }
});

test("headline and text stand there letter by letter", async () => {
  await page.visit("#/articles");
  assert.ok((await page.locator(".headline").innerText()).includes(attack.title));
  await page.visit(viewOf(article.iri));
  assert.equal(await page.locator("h1").innerText(), attack.title);
  const text = await page.locator(".articletext").textContent();
  for (const line of attack.text.split("\n\n")) assert.ok(text.includes(line), line);
  await isHarmless();
});

test("records are marked at their offsets, behind characters of two units, too", async () => {
  const points = Array.from((await ask(program.address, "articles/" + encodeURIComponent(article.iri))).text);
  const { rows } = await ask(program.address, "queries/who-demanded", { limit: 50 });
  for (const row of rows) {
    const evidence = (await ask(program.address, "queries/evidence", { record: row.record })).rows[0];
    const words = evidence.spans.split(" ").map((span) => points.slice(...span.split("-").map(Number)).join("")).join("");
    await page.visit(`${viewOf(article.iri)}?record=${row.record.replace("demarche:", "")}`);
    await page.locator(".articletext mark.active").first().waitFor();
    assert.equal((await page.locator(".articletext mark.active").allTextContents()).join(""), words);
    await page.visit(viewOf(row.record));
    await page.locator(".incontext mark[data-begin]").first().waitFor();
    assert.equal((await page.locator(".incontext mark[data-begin]").allTextContents()).join(""), words);
  }
  page.isClean();
});

test("the page does not become wider by a very long word", async () => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const view of ["#/", "#/articles", viewOf(article.iri), "#/relations"]) {
      await page.visit(view);
      assert.deepEqual(await beyond(page), [], `${view} at ${width} pixels`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  page.isClean();
});

describe("in the preview", () => {
  test("of a pasted text nothing runs", async () => {
    await page.visit("#/add");
    await page.getByLabel("Title").fill(attack.title);
    await page.getByLabel("Publisher", { exact: true }).fill(attack.publisher);
    await page.getByLabel("Published").fill(attack.published);
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(attack.text);
    await page.getByRole("button", { name: "Show what would be read" }).click();
    await page.locator(".preview h3").waitFor();
    assert.equal(await page.locator(".preview h3").innerText(), attack.title);
    assert.ok((await page.locator(".preview").textContent()).includes("<iframe src=https://attacker.example></iframe>"));
    await isHarmless();
  });

  test("of a web page its scripts do not run, and its pictures are not asked for", async () => {
    await page.visit("#/add");
    const html = `<!doctype html><title>Page</title><script>window.ran=1</script><h1>Page ${image}</h1><article><p onclick="window.ran=1">${"Russia demanded that NATO withdraw its troops from Poland. ".repeat(6)}</p>${image}<svg onload="window.ran=1"></svg></article>`;
    await page.locator("#add-file").setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from(html) });
    await page.getByRole("button", { name: "Show what would be read" }).click();
    await page.locator(".preview").waitFor();
    assert.match(await page.locator(".preview").innerText(), /withdraw its troops/);
    await isHarmless();
  });
});

test("an address of another scheme that a store should have is no link", async () => {
  // The loader keeps none, so that the answer is changed on its way.
  const change = async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(`"iri":"${article.iri}"`, `"url":"javascript:window.ran=1","iri":"${article.iri}"`);
    await route.fulfill({ response, body });
  };
  await page.route("**/api/articles*", change);
  await page.route("**/api/articles/*", change);
  for (const view of ["#/articles", viewOf(article.iri)]) {
    await page.visit(view);
    await isHarmless();
  }
  await until(async () => assert.match(await page.locator("main").innerText(), /javascript:window\.ran=1/));
  await page.unroute("**/api/articles*");
  await page.unroute("**/api/articles/*");
});

test("what the policy of the page forbids is refused even where something slipped in", async () => {
  await page.visit("#/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    try { script.textContent = "window.ran = 1"; document.head.append(script); } catch { /* trusted types */ }
    try { document.createElement("div").innerHTML = "<img src=x onerror='window.ran = 1'>"; } catch { return "refused"; }
    return globalThis.ran;
  });
  assert.equal(ran, "refused");
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  page.complaints = []; // the browser tells of what it refused
});
