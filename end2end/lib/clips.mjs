import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";

/** A clip of the demo, as somebody would send it. */
export const film = fileURLToPath(new URL("../../server/demo/media/clip-tea-1.mp4", import.meta.url));

/** Waits until the film that was sent is a draft. */
export async function becomesDraft(page) {
  await expect(async () => {
    await page.goto(new URL(page.url()).pathname);
    await expect(page.locator("[data-clip-bench]")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

/** Puts the first products on the clip, each with its seconds; answers with their ids. */
export async function linkCards(page, times) {
  const products = [];
  for (const [nth, [from, to]] of times.entries()) {
    const select = page.locator(`#f-product-${nth}`);
    const value = await select.locator("option").nth(nth + 1).getAttribute("value");
    await select.selectOption(value);
    await page.locator(`#f-from-${nth}`).fill(String(from));
    await page.locator(`#f-to-${nth}`).fill(String(to));
    products.push(value);
  }
  await page.locator("form[data-timeline] button:not([type=button])").click();
  await expect(page).toHaveURL(/saved=cards/);
  return products;
}
