// Saves drawings that are not on the page as such, and reads the files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { openPage, startBrowser, startProgram } from "./world.mjs";

let program, browser, page;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  page = await openPage(browser, program.address);
});
after(async () => { await browser?.close(); await program?.stop(); });
beforeEach(() => page.goto("about:blank"));

describe("pictures of an actor", () => {
  test("positions are saved as a picture, with all issues and where it comes from", async () => {
    await page.visit("#/actor/russia");
    const section = page.locator("section.stances");
    const shown = await section.locator("summary .name").allInnerTexts();
    const { name, texts } = await savedSvg(section);
    assert.equal(name, "positions-of-russia.svg");
    assert.ok(shown.length > 3);
    for (const issue of shown) assert.ok(texts.includes(issue), `${issue} is not in ${texts.join("|")}`);
    assert.match(texts[0], /^Positions of Russia by issue, .*20\d\d$/);
    assert.match(texts.at(-1), /^Positions of Russia by issue, .* · demarche · http:\S+#\/actor\/russia · \d{4}-\d\d-\d\d$/);
    await savesPng(section);
    assert.equal(await page.locator(".lines-picture").count(), 0, "the picture stays on the page");
    page.isClean();
  });

  test("offices are saved as a picture, those that are shown", async () => {
    await page.visit("#/actor/russia?show=offices");
    const section = page.locator("section.offices");
    const offices = section.locator(".office");
    const few = await offices.count();
    assert.match((await savedSvg(section)).texts[0], new RegExp(`^Who holds office at Russia, .*: the ${few} last held of \\d+ offices$`));
    await section.getByRole("button", { name: /^All \d+ offices$/ }).click();
    const shown = await offices.allInnerTexts();
    assert.ok(shown.length > few);
    const { name, texts } = await savedSvg(section);
    assert.equal(name, "offices-of-russia.svg");
    for (const office of shown) assert.ok(texts.includes(office), `${office} is not in ${texts.join("|")}`);
    assert.match(texts.at(-1), /^Who holds office at Russia, .* · demarche · http:\S+ · \d{4}-\d\d-\d\d$/);
    await savesPng(section);
    page.isClean();
  });

  test("who has neither positions nor offices has no picture of them", async () => {
    await page.visit("#/actor/china-daily?show=offices");
    for (const section of ["section.stances", "section.offices"]) {
      await page.locator(section).locator(".empty").waitFor();
      assert.equal(await page.locator(section).getByRole("button").count(), 0);
    }
    page.isClean();
  });
});

async function saved(section, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), section.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

/** The texts of a saved picture, the source line last. */
async function savedSvg(section) {
  const { name, file } = await saved(section, "Save SVG");
  const reader = await browser.newPage(); // the policy of the explorer's pages lets them parse nothing
  const texts = await reader.evaluate((svg) => {
    const picture = new DOMParser().parseFromString(svg, "image/svg+xml");
    return [...picture.querySelectorAll("svg text")].map((text) => text.textContent);
  }, file.toString());
  await reader.close();
  return { name, texts };
}

async function savesPng(section) {
  const { name, file } = await saved(section, "Save PNG");
  assert.match(name, /\.png$/);
  assert.deepEqual([...file.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(file.readUInt32BE(16) > 1000 && file.readUInt32BE(20) > 200, "it has a size");
}
