// Pictures of a product, sent one by one: chosen, dropped, pasted; one that is refused says why while the others go on.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expectAccessible } from "../lib/axe.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

const path = (name) => fileURLToPath(new URL(`../../server/demo/media/book-${name}.1200.webp`, import.meta.url));
const svg = {
  name: "drawing.svg",
  mimeType: "image/svg+xml",
  buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
};

test.slow();

/** A fresh product in the editor. */
async function editor(page, context) {
  await become(context, { token: privatePages().desks.seller });
  await page.goto("/studio/products/new");
  await page.locator("form[action='/fn/studio/product/create'] button").click();
  await expect(page).toHaveURL(/\/studio\/products\/[0-9a-f-]{36}$/);
  await expect(page.locator("#pictures[data-alive]")).toBeVisible();
}

const shown = (page) => page.locator("#pictures .pics > li");

/** Files as the desktop hands them over. */
const transfer = async (page, name) =>
  page.evaluateHandle(
    ([bytes, name]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type: "image/webp" }));
      return data;
    },
    [(await readFile(path(name))).toString("base64"), `${name}.webp`],
  );

test.describe("some are refused", () => {
  test.use({ tolerate: /status of 413|answered: .* 413/ });

  test("chosen, dropped and pasted; refused ones say why; what they show is kept with them", async ({ page, context }) => {
    await editor(page, context);
    await page.locator("#f-files").setInputFiles([path("moon"), path("snail")]);
    await expect(shown(page)).toHaveCount(2);
    const mixed = { name: "mixed.webp", mimeType: "image/webp", buffer: Buffer.concat([await readFile(path("dino")), Buffer.from("<script>alert(1)</script>")]) };
    const large = { name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(12 * 1024 * 1024 + 1) };
    await page.locator("#f-files").setInputFiles([svg, mixed, large, { name: "dino.webp", mimeType: "image/webp", buffer: await readFile(path("dino")) }]);
    await expect(shown(page)).toHaveCount(3);
    await expect(page.locator(".sending.refused")).toHaveCount(3);
    const reasons = await page.locator(".sending.refused [data-said]").allInnerTexts();
    expect(new Set(reasons).size, "each its own reason").toBe(3);
    while (await page.locator(".sending.refused").count()) await page.locator(".sending.refused [data-cancel]").first().click();
    await expect(page.locator(".sending")).toHaveCount(0);
    await expectAccessible(page);

    await page.locator("#pictures").dispatchEvent("drop", { dataTransfer: await transfer(page, "whale") });
    await expect(shown(page)).toHaveCount(4);
    const pasted = await transfer(page, "moon");
    await page.evaluate((data) => document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })), pasted);
    await expect(shown(page)).toHaveCount(5);

    const second = shown(page).nth(1);
    const id = await second.locator("[name=picture]").inputValue();
    await second.locator("input.alt").first().fill("蜗牛");
    await page.locator("#editor .savebar button[value=save]").click();
    await expect(page).toHaveURL(/saved=1/);
    await expect(shown(page)).toHaveCount(5);
    await page.locator(`[name="alt.${id}.en"]`).fill("A snail");
    await page.locator("#pictures .pics > li").nth(1).locator("button[value='picture.forward.1']").click();
    await expect(page).toHaveURL(/saved=1/);
    await expect(shown(page).first().locator("[name=picture]")).toHaveValue(id);
    await expect(page.locator(`[name="alt.${id}.zh"]`)).toHaveValue("蜗牛");
    await expect(page.locator(`[name="alt.${id}.en"]`)).toHaveValue("A snail");
  });
});

test("a picture of the description takes the same road, and saving waits for it", async ({ page, context }) => {
  await editor(page, context);
  await page.locator("#f-described").setInputFiles(path("moon"));
  await page.locator("#editor .savebar button[value=save]").click();
  await expect(page).toHaveURL(/saved=1/);
  await expect(page.locator("#description .part-pic img")).toHaveCount(1);
});

test.describe("a broken line", () => {
  test.use({ tolerate: /ERR_|Failed to load|failed:|ViewTransition opt-in disabled/ });

  test("goes on by itself, and one that is cancelled leaves the others", async ({ page, context }) => {
    await editor(page, context);
    let broken = 0;
    await page.route("**/uploads/*", (route) => {
      if (route.request().method() === "PATCH" && broken++ < 2) return route.abort("connectionreset");
      return route.continue();
    });
    await page.locator("#f-files").setInputFiles([path("moon"), path("snail"), path("whale")]);
    await page.locator(".sending").last().locator("[data-cancel]").click();
    await expect(shown(page)).toHaveCount(2, { timeout: 20_000 });
    await expect(page.locator(".sending")).toHaveCount(0);
    expect(broken).toBeGreaterThan(2);
  });
});
