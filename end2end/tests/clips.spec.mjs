// A clip from the file to the viewer: sent in parts, paused, gone on with; cards nudged on the clip's time.
import { expectAccessible } from "../lib/axe.mjs";
import { clipOn } from "../lib/clip.mjs";
import { film, linkCards } from "../lib/clips.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

test.slow();

test("send a film, move its cards, publish; a viewer sees each in its seconds", async ({ page, context, browser, baseURL }) => {
  await become(context, { token: privatePages().desks.seller });
  await page.goto("/studio/clips/new");
  await expectAccessible(page);
  await expect(page.locator("form[data-upload][data-alive]")).toBeVisible();
  await page.locator("#f-film").setInputFiles(film);
  await page.locator("[data-send]").click();
  await expect(page).toHaveURL(/\/studio\/clips\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").pop();
  // Its progress is told; the page turns into the bench by itself.
  await expect(page.locator("[data-clip-bench]")).toBeVisible({ timeout: 60_000 });

  await linkCards(page, [[1, 4], [5, 9]]);
  await expectAccessible(page);
  const bar = page.locator(".clip-rail .knob").first();
  await bar.focus();
  await bar.press("ArrowRight");
  await bar.press("Shift+ArrowRight");
  await expect(page.locator("#f-from-0")).toHaveValue("2.1");
  await expect(page.locator("#f-to-0")).toHaveValue("5.1");
  await bar.press("Alt+ArrowLeft");
  await expect(page.locator("#f-to-0")).toHaveValue("5.0");
  await page.locator("form[data-timeline] button:not([type=button])").click();
  await expect(page).toHaveURL(/saved=cards/);
  await page.locator("button[name=event][value=publish]").first().click();
  await expect(page).toHaveURL(/saved=publish/);

  const viewer = await browser.newContext({ baseURL });
  const { card, ...clip } = clipOn(await viewer.newPage());
  await clip.open({ id });
  await clip.stopAt(1);
  await expect(card).toHaveCount(0);
  await clip.stopAt(3);
  await expect(card).toHaveCount(1);
  await clip.stopAt(7);
  await expect(card).toHaveCount(1);
  await viewer.close();

  await page.locator("button[name=event][value=unlist]").click();
  await expect(page).toHaveURL(/saved=unlist/);
});

test.describe("a broken line", () => {
  test.use({ tolerate: /ERR_|Failed to load|failed:|ViewTransition opt-in disabled/ });

  test("loses nothing: it goes on by itself", async ({ page, context }) => {
    await become(context, { token: privatePages().desks.seller });
    await page.goto("/studio/clips/new");
    let broken = 0;
    await page.route("**/uploads/*", (route) => {
      if (route.request().method() === "PATCH" && broken++ === 0) return route.abort("connectionreset");
      return route.continue();
    });
    await expect(page.locator("form[data-upload][data-alive]")).toBeVisible();
    await page.locator("#f-film").setInputFiles(film);
    await page.locator("[data-send]").click();
    await expect(page).toHaveURL(/\/studio\/clips\/[0-9a-f-]{36}$/, { timeout: 20_000 });
    expect(broken).toBeGreaterThan(1);
  });
});
