// The window of a demo shop that no other test looks into closely; every test leaves it as it was.
import { writeFile } from "node:fs/promises";
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

test.describe.configure({ mode: "serial" });

const settle = (page, version) => expect(page.locator("[data-window]")).not.toHaveAttribute("data-version", version);
const version = (page) => page.locator("[data-window]").getAttribute("data-version");
const undo = async (page) => {
  const before = await version(page);
  await page.locator('[data-step="0"] button').click();
  await settle(page, before);
};

test.beforeEach(async ({ page, context }) => {
  await work(context, "outdoor@demo.test");
  await page.goto("/studio/window");
  await expect(page.locator("[data-plain]")).toBeHidden();
});

test("a row is dragged, and the phone follows", async ({ page }) => {
  const before = await order(page);
  const now = await version(page);
  await page.locator(`[data-item="${before[0]}"]`).evaluate((row) => row.scrollIntoView({ block: "center" }));
  const grip = await page.locator(`[data-item="${before[2]}"] [data-grip]`).boundingBox();
  const to = await page.locator(`[data-item="${before[0]}"]`).boundingBox();
  await page.mouse.move(grip.x + 5, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, to.y + 5, { steps: 8 });
  await page.mouse.up();
  await settle(page, now);
  expect((await order(page)).slice(0, 3)).toEqual([before[2], before[0], before[1]]);
  await expect(page.locator("#phone")).toHaveAttribute("data-preview-ms", /\d/);
  await undo(page);
});

test("by keys alone", async ({ page }) => {
  const before = await order(page);
  await page.locator(`[data-item="${before[1]}"] [data-row]`).focus();
  let now = await version(page);
  await page.keyboard.press("Alt+ArrowUp");
  await settle(page, now);
  expect((await order(page)).slice(0, 2)).toEqual([before[1], before[0]]);
  now = await version(page);
  await page.keyboard.press("Control+z");
  await settle(page, now);
  await expect.poll(() => order(page)).toEqual(before);
});

test("the preview is, to the pixel, what is public after publishing", async ({ page, browser, baseURL, locale }, testInfo) => {
  test.slow();
  // Chromium breaks a transition of this page off, and says so, when the visitor's window opens meanwhile.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const handle = await page.locator("[data-window]").getAttribute("data-window");
  const draft = await page.locator("[data-link]").getAttribute("href");
  const before = await order(page);
  let now = await version(page);
  await page.locator(`[data-item="${before[1]}"] [data-key="up"]`).click();
  await settle(page, now);
  const shots = async (url) => {
    // A visitor of its own, whose pixels are whole: a phone's fractions of one are drawn now so, now so.
    const visitor = await browser.newContext({ baseURL, locale, deviceScaleFactor: 1, reducedMotion: "reduce", colorScheme: "light" });
    const taken = [];
    for (const size of [{ width: 360, height: 780 }, { width: 430, height: 932 }, { width: 1280, height: 900 }]) {
      const look = await visitor.newPage();
      await look.setViewportSize(size);
      await look.goto(url);
      await look.waitForLoadState("networkidle");
      // Drawn afresh once all is there: what was drawn piece by piece, or moved, is smoothed a little differently.
      await look.evaluate(async () => {
        document.querySelector("[data-preview-bar]")?.remove();
        await document.fonts.ready;
        await Promise.all([...document.images].filter((image) => image.complete).map((image) => image.decode()));
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        for (const display of ["none", ""]) {
          document.documentElement.style.display = display;
          await frame();
          await frame();
        }
      });
      taken.push(await look.screenshot({ animations: "disabled" }));
    }
    await visitor.close();
    return taken;
  };
  const link = new URL(draft);
  const seen = await shots(link.pathname + link.search);
  await page.reload();
  await page.locator('form[action="/fn/window/publish"] button').click();
  await expect(page).toHaveURL(/published=/);
  const shown = await shots(`/c/${handle}/showcase`);
  for (const [index, shot] of shown.entries()) {
    if (!shot.equals(seen[index])) {
      await writeFile(testInfo.outputPath(`draft-${index}.png`), seen[index]);
      await writeFile(testInfo.outputPath(`public-${index}.png`), shot);
    }
    expect(shot.equals(seen[index]), `size ${index}`).toBe(true);
  }
  await undo(page);
  await page.reload();
  await page.locator('form[action="/fn/window/publish"] button').click();
  await expect(page).toHaveURL(/published=/);
  await expect.poll(() => order(page)).toEqual(before);
});
