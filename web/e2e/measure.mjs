// Measures the explorer against its limits and prints a table for doc/performance.md:
//
//	npm run measure
//
// The store has 1,200,000 quads of made-up news, some 10,000 demands. It is made in
// a folder of its own unless MEASURE_STORE names one, which is kept.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { ask, openPage, root, startBrowser, startProgram, until, viewOf } from "./world.mjs";

/** Milliseconds. */
const limits = { firstView: 1000, interaction: 100 };
const firstViewBytes = 400_000;
const runs = 10;

const made = process.env.MEASURE_STORE ?? mkdtempSync(join(tmpdir(), "demarche-measure-"));
if (!existsSync(made) || !process.env.MEASURE_STORE) {
  const done = spawnSync("go", ["run", "./cmd/bench", "-path", made, "-quads", "1200000", "-runs", "1", "-most", "1ms"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  assert.equal(done.status, 0, "the news could not be made");
}
const news = await startProgram({ paths: [], env: { DEMARCHE_STORE_PATH: made } });
const articles = await startProgram();
const quick = { viewport: { width: 1280, height: 900 }, reducedMotion: "no-preference" };

const rows = [];
const row = (what, measured, limit, holds) => {
  rows.push([what, measured, limit, holds === undefined ? "" : holds ? "yes" : "**no**"]);
  console.error(rows.at(-1).join(" | "));
};
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const ms = (n) => `${Math.round(n)} ms`;
const kB = (n) => `${(n / 1000).toFixed(0)} kB`;

/** Median and worst of interactions. */
function interaction(what, times, limit = limits.interaction) {
  row(what, `${ms(middle(times))} (${ms(Math.max(...times))})`, ms(limit), middle(times) <= limit);
}

/** What the browser was sent for a view, compressed: the explorer's own files, and answers. */
const sent = (page) => page.evaluate(() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const sum = (list) => list.reduce((n, e) => n + e.encodedBodySize, 0);
  return { files: sum(all.filter((e) => !e.name.includes("/api/"))), answers: sum(all.filter((e) => e.name.includes("/api/"))) };
});

/** From navigation until the selectors are there and on the screen, in a browser that has seen nothing. */
async function firstView(address, fragment, selectors) {
  const browser = await startBrowser();
  const page = await openPage(browser, address, quick);
  await page.addInitScript((wanted) => {
    const look = () => requestAnimationFrame(() => {
      if (wanted.every((s) => document.querySelector(s))) requestAnimationFrame(() => { globalThis.drawn = performance.now(); });
      else look();
    });
    look();
  }, selectors);
  await page.goto(address + fragment);
  const time = await until(async () => { const t = await page.evaluate(() => globalThis.drawn); assert.ok(t); return t; }, 60_000);
  const bytes = await sent(page);
  page.isClean();
  await browser.close();
  return { time, bytes };
}

/**
 * From an event to the frame after the one that shows its effect.
 * @param done a function of the page, which says whether the effect is there
 */
async function timed(page, event, done, act) {
  await page.evaluate(`(() => {
    const done = ${done};
    globalThis.measured = undefined;
    addEventListener(${JSON.stringify(event)}, (e) => {
      const look = () => requestAnimationFrame(() => {
        if (done()) requestAnimationFrame(() => { globalThis.measured = performance.now() - e.timeStamp; });
        else look();
      });
      look();
    }, { capture: true, once: true });
  })()`);
  await act();
  return until(async () => { const t = await page.evaluate(() => globalThis.measured); assert.ok(t, event); return t; }, 60_000);
}

/** Whether the text of an element differs from now. */
const differs = async (page, selector) => {
  const now = await page.locator(selector).first().innerText();
  return `() => document.querySelector(${JSON.stringify(selector)})?.innerText !== ${JSON.stringify(now)}`;
};

async function repeated(n, measure) {
  const times = [];
  for (let i = 0; i < n; i++) times.push(await measure(i));
  return times;
}

try {
  const demands = (await ask(news.address, "queries/activity", { kind: "demand", limit: 100_000 })).rows.reduce((sum, r) => sum + r.count, 0);
  const network = await ask(news.address, "queries/network", { limit: 20_000 });
  const edges = new Set(network.rows.map((r) => `${r.kind} ${r.source?.id} ${r.target?.id ?? r.issue_id}`)).size;
  console.error(`${demands} demands, ${edges} relations`);

  const firsts = await repeated(5, () => firstView(news.address, "#/", [".plot svg path", "section.latest li"]));
  const first = firsts[0].bytes;
  row("first view: page, scripts and styles, compressed", kB(first.files), kB(firstViewBytes), first.files <= firstViewBytes);
  row("first view: answers, compressed", kB(first.answers), "");
  const related = await firstView(news.address, "#/relations", [".relations-drawing .zoom", ".relations-list li"]);
  row("relations: page, scripts and styles, compressed", kB(related.bytes.files), "");
  row("relations: answers, compressed", kB(related.bytes.answers), "");
  const times = firsts.map((f) => f.time);
  row("first view until chart and latest demands are drawn, median (worst) of 5", `${ms(middle(times))} (${ms(Math.max(...times))})`, ms(limits.firstView), middle(times) <= limits.firstView);
  row("relations until 200 are drawn", ms(related.time), "");

  const browser = await startBrowser();
  const page = await openPage(browser, news.address, quick);

  await page.visit("#/");
  await page.locator(".legend button").nth(1).waitFor();
  interaction("overview: a series on or off", await repeated(runs, () => timed(page, "click",
    `(before => () => document.querySelectorAll(".legend button")[1].ariaPressed !== before)(document.querySelectorAll(".legend button")[1].ariaPressed)`,
    () => page.locator(".legend button").nth(1).click())));

  const plot = await page.locator(".plot svg").first().boundingBox();
  await page.mouse.move(plot.x + 200, plot.y + 120);
  await page.mouse.down();
  interaction("overview: brushing, each move", await repeated(runs, (i) => timed(page, "pointermove",
    `(before => () => document.querySelector(".band.chosen")?.style.width !== before)(document.querySelector(".band.chosen")?.style.width)`,
    () => page.mouse.move(plot.x + 260 + 40 * i, plot.y + 120))));
  await page.mouse.up();
  await page.settled();
  interaction("overview: a period chosen, until its bars are drawn", await repeated(runs, async () => {
    await page.getByRole("button", { name: "All", exact: true }).click({ force: true });
    await page.settled();
    await until(async () => assert.doesNotMatch(page.url(), /since/));
    await page.mouse.move(plot.x + 300, plot.y + 120);
    await page.mouse.down();
    await page.mouse.move(plot.x + 600, plot.y + 120, { steps: 2 });
    return timed(page, "pointerup", await differs(page, ".found"), () => page.mouse.up());
  }));
  await page.visit("#/?since=2021&until=2021");
  interaction("overview: a page more of demands", await repeated(runs, async () => timed(page, "click",
    `(before => () => document.querySelectorAll("section.latest li").length > before)(document.querySelectorAll("section.latest li").length)`,
    () => page.getByRole("button", { name: "More demands" }).click())));
  interaction("typing in the field for actors, until the choices are there", await repeated(runs, async (i) => {
    const field = page.locator("#find");
    await field.fill("");
    await page.locator(".find [role=listbox]").waitFor({ state: "hidden" });
    await field.focus();
    return timed(page, "input", `() => !document.querySelector(".find [role=listbox]").hidden`, () => page.keyboard.type("rucgnibfit"[i]));
  }));
  await page.visit("#/ask/who-demanded");
  interaction("a question: a page more of rows", await repeated(runs, () => timed(page, "click",
    `(before => () => document.querySelectorAll(".answer tbody tr").length > before)(document.querySelectorAll(".answer tbody tr").length)`,
    () => page.getByRole("button", { name: "More rows" }).click())));

  for (const most of [200, 5000]) {
    await page.visit("#/relations?most=" + most);
    await page.locator(".relations-drawing .zoom").waitFor();
    const drawn = Math.min(most, edges).toLocaleString("en");
    const slider = page.getByRole("slider", { name: "Last month" });
    await slider.focus();
    interaction(`${drawn} relations: the period by a month`, await repeated(runs, async () =>
      timed(page, "keydown", await differs(page, ".now"), () => page.keyboard.press("ArrowLeft"))));
    await page.visit(`#/relations?most=${most}&since=2020-03&until=2020-03`);
    interaction(`${drawn} relations: a step of playing`, await repeated(runs, async () =>
      timed(page, "click", await differs(page, ".now"), () => page.getByRole("button", { name: "Later", exact: true }).click())));
    await page.visit("#/relations?most=" + most);
    const box = await page.locator(".surface").boundingBox();
    const caption = () => page.locator(".relations-drawing .caption").innerText();
    const places = [];
    for (let i = 0; i < 150 && places.length < runs; i++) {
      const at = [box.x + box.width * (0.3 + 0.4 * ((i * 0.618) % 1)), box.y + box.height * (0.3 + 0.4 * ((i * 0.382) % 1))];
      await page.mouse.move(box.x + 2, box.y + 2);
      await until(async () => assert.equal(await caption(), ""), 5000).catch(() => undefined);
      await page.mouse.move(...at);
      await page.evaluate(() => new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d))));
      if (await caption() !== "") places.push(at);
    }
    if (places.length > 0) {
      interaction(`${drawn} relations: pointing at one`, await repeated(places.length, async (i) => {
        await page.mouse.move(box.x + 2, box.y + 2);
        await until(async () => assert.equal(await caption(), ""));
        return timed(page, "mousemove", `() => document.querySelector(".relations-drawing .caption").innerText !== ""`, () => page.mouse.move(...places[i]));
      }));
    }
    await page.evaluate(() => {
      globalThis.frames = [];
      let before = 0;
      const next = (now) => { if (before) globalThis.frames.push(now - before); before = now; globalThis.frameLoop = requestAnimationFrame(next); };
      requestAnimationFrame(next);
    });
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2 + 60, { steps: 40 });
    await page.mouse.up();
    const frames = await page.evaluate(() => { cancelAnimationFrame(globalThis.frameLoop); return globalThis.frames; });
    interaction(`${drawn} relations: a frame of moving the drawing`, frames);
  }

  const list = (await ask(articles.address, "articles")).articles;
  const longest = (await Promise.all(list.map((a) => ask(articles.address, "articles/" + encodeURIComponent(a.iri))))).sort((a, b) => b.nodes.length - a.nodes.length)[0];
  await page.context().close();
  const reader = await openPage(browser, articles.address, quick);
  await reader.visit(viewOf(longest.iri));
  await reader.locator(".kindtoggle:not([disabled])").first().waitFor();
  const records = await reader.locator(".recordlist li").count();
  interaction(`article with ${records} records: a kind on or off`, await repeated(runs, () => timed(reader, "click",
    `(before => () => document.querySelectorAll(".recordlist li").length !== before)(document.querySelectorAll(".recordlist li").length)`,
    () => reader.locator(".kindtoggle:not([disabled])").first().click())));
  await reader.visit(viewOf(longest.iri));
  interaction("article: the next record (j)", await repeated(runs, () => timed(reader, "keydown",
    `(before => () => [...document.querySelectorAll(".recordlist button")].findIndex((b) => b.ariaCurrent === "true") !== before)([...document.querySelectorAll(".recordlist button")].findIndex((b) => b.ariaCurrent === "true"))`,
    () => reader.keyboard.press("j"))));
  await browser.close();

  console.log(`${demands.toLocaleString("en")} demands, ${edges.toLocaleString("en")} relations; WebGL without a graphics processor; load of the machine ${loadavg()[0].toFixed(0)}.`);
  console.log("Interactions: from the event to the frame after the one that shows its effect; median (worst) of 10.\n");
  console.log("| what | measured | limit | holds |\n|---|---|---|---|");
  for (const cells of rows) console.log(`| ${cells.join(" | ")} |`);
} finally {
  await news.stop();
  await articles.stop();
  if (!process.env.MEASURE_STORE) rmSync(made, { recursive: true, force: true });
}
