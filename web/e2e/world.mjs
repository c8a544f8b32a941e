// What the end-to-end tests stand on: the program with articles in a store of its
// own, and Debian's Chromium, cut off from everything but the program.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const samples = join(root, "loader/testdata/samples");
const realArticles = join(root, "../shared/articles");

export const token = "token of the tests";

/** Names of the folders of articles that are there. */
export const articleFolders = [samples, realArticles].filter((folder) => existsSync(folder));

/** The program: DEMARCHE names one, else it is built, with the explorer that was built last. */
function program(folder) {
  if (process.env.DEMARCHE) return process.env.DEMARCHE;
  const binary = join(folder, "demarche");
  const built = spawnSync("go", ["build", "-o", binary, "./cmd/demarche"], { cwd: root, stdio: "inherit" });
  assert.equal(built.status, 0, "go build failed");
  return binary;
}

/**
 * Starts the program. With paths, these articles are loaded; with env, settings
 * are changed. stop() ends it and removes what it stored.
 */
export async function startProgram({ paths = articleFolders, env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "demarche-e2e-"));
  const binary = program(folder);
  const settings = {
    ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder,
    DEMARCHE_SERVER_TOKEN: token, DEMARCHE_SERVER_METRICS_LISTEN: "", ...env,
  };
  if (paths.length > 0) {
    const loaded = spawnSync(binary, ["load", ...paths], { env: settings, encoding: "utf8" });
    assert.equal(loaded.status, 0, loaded.stderr);
  }
  const child = spawn(binary, ["serve", "--listen", "127.0.0.1:0"], { env: settings, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done, failed) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      const match = /demarche: (http:\S+)/.exec(text);
      if (match) done(match[1]);
    });
    child.once("exit", (code) => failed(new Error(`the program ended with ${code}`)));
  });
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, stop, folder };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** Sizes and schemes in which views are looked at. */
export const looks = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true },
};

/**
 * A page that reaches the program alone. What it tried elsewhere, what the
 * policy refused, and what went wrong in it is in page.complaints.
 */
export async function openPage(browser, address, look = looks.light) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...look });
  const page = await context.newPage();
  page.complaints = [];
  const host = new URL(address).host;
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.protocol === "blob:" || url.protocol === "data:" || url.host === host) return route.continue();
    page.complaints.push(`asked for ${url.href}`);
    return route.abort();
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  page.visit = async (fragment) => {
    await page.goto(address + fragment);
    await page.settled();
  };
  /** Waits until the view has drawn what it asked for. */
  page.settled = () => until(async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // Both at one moment: between two looks a view may come that waits.
    const isSettled = await page.evaluate(() => document.querySelector("main h1") !== null && !document.querySelector("main .busy, main [aria-busy=true]"));
    assert.ok(isSettled, `still waiting in ${page.url()}`);
  });
  /** Fails when anything went wrong since the last call. */
  page.isClean = () => {
    const { complaints } = page;
    page.complaints = [];
    assert.deepEqual(complaints, []);
  };
  return page;
}

/** Tries until the assertions hold, and returns what check returns; for what a locator cannot wait for. */
export async function until(check, patience = 15_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((again) => setTimeout(again, 40));
    }
  }
}

/** What the API answers, as the page should show it. */
export async function ask(address, path, params = {}) {
  const response = await fetch(`${address}api/${path}?${new URLSearchParams(params)}`);
  assert.ok(response.ok, `${path}: ${response.status}`);
  return response.json();
}

/** The first record that a saved query finds. */
export async function firstRow(address, query, params) {
  const { rows } = await ask(address, "queries/" + query, { ...params, limit: 1 });
  assert.ok(rows.length > 0, `${query} finds nothing`);
  return rows[0];
}

/** The address of a view of an IRI: "demarche:demand/1" as "#/record/demand/1". */
export const viewOf = (iri) => iri.startsWith("demarche:article/") ? "#/article/" + iri.slice("demarche:article/".length) : "#/record/" + iri.replace(/^demarche:/, "");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious findings of axe-core (WCAG 2.2 A and AA) in the page as it is. */
export async function findings(page, runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]) {
  // Not a script of the page, so its policy does not apply.
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(axe);
  const { violations } = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: only, resultTypes: ["violations"] }), runOnly);
  return violations
    .filter((v) => v.impact === "serious" || v.impact === "critical")
    .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}`);
}

/** Elements that go beyond the right edge of the page. */
export const beyond = (page) => page.evaluate(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
  return wide.slice(0, 4).map((e) => `${e.tagName}.${e.getAttribute("class") ?? ""} to ${Math.round(e.getBoundingClientRect().right)}`);
});

/** Saves a picture of the page when SCREENSHOTS names a folder. */
export async function picture(page, name) {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, name + ".png"), fullPage: true });
}
