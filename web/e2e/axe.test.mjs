// Every view in light, in dark and on a phone: what axe-core finds, whether the
// page is wider than the window, and whether targets are large enough to hit.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { beyond, findings, firstRow, looks, openPage, picture, startBrowser, startProgram, viewOf } from "./world.mjs";

let program, browser, views;

before(async () => {
  program = await startProgram();
  browser = await startBrowser();
  const demand = await firstRow(program.address, "who-demanded", { by: "russia", of: "nato", since: "2021-12", until: "2021-12" });
  views = {
    overview: "#/",
    "overview of a month": "#/?since=2021-12&until=2021-12",
    relations: "#/relations",
    "relations of a pair": "#/relations?edge=" + encodeURIComponent("demand/russia/nato"),
    actor: "#/actor/russia",
    record: viewOf(demand.record),
    article: viewOf(demand.article_iri),
    "article at a record": `${viewOf(demand.article_iri)}?record=${demand.record.replace("demarche:", "")}`,
    questions: "#/ask",
    answer: "#/ask/who-demanded?of=nato",
    articles: "#/articles",
    "add an article": "#/add",
    "add an actor": "#/add?kind=actor&name=Leaders+of+Europe",
    review: "#/review",
    "no such view": "#/nowhere",
  };
});
after(async () => { await browser?.close(); await program?.stop(); });

/** Targets under 24 by 24 pixels that are neither within a sentence nor apart from others (WCAG 2.5.8). */
const small = (page) => page.evaluate(() => {
  const targets = [...document.querySelectorAll("button, input:not([type=checkbox]), select, textarea, summary, [role=slider], nav a, a.button")];
  return targets.filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    if (width === 0 || e.matches("button.link") || !e.checkVisibility({ visibilityProperty: true })) return false;
    return width < 23.5 || height < 23.5;
  }).map((e) => `${e.tagName}.${e.className} “${(e.textContent ?? "").slice(0, 30)}” ${JSON.stringify(e.getBoundingClientRect())}`);
});

for (const [look, settings] of Object.entries(looks)) {
  describe(look, () => {
    let page;
    before(async () => { page = await openPage(browser, program.address, settings); });
    after(() => page.context().close());

    test("views", async (t) => {
      for (const [name, fragment] of Object.entries(views)) {
        await t.test(name, async () => {
          await page.visit(fragment);
          await picture(page, `${name.replaceAll(" ", "-")}-${look}`);
          // In the dark only colours differ.
          const found = await (look === "dark" ? findings(page, ["color-contrast"]) : findings(page));
          assert.deepEqual(found, [], name);
          assert.deepEqual(await beyond(page), [], `${name} is wider than the window`);
          if (look !== "dark") assert.deepEqual(await small(page), [], `${name} has small targets`);
          page.isClean();
        });
      }
    });

    test("dialogs", async () => {
      await page.visit("#/");
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByRole("dialog", { name: "Settings" }).waitFor();
      await picture(page, `settings-${look}`);
      assert.deepEqual(await findings(page), []);
      await page.getByRole("button", { name: "which?" }).click();
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await picture(page, `keys-${look}`);
      assert.deepEqual(await findings(page), []);
      page.isClean();
    });
  });
}
