import { fillAddress } from "../lib/address.mjs";
import { shownIn } from "../lib/studio.mjs";
import { expect } from "../lib/test.mjs";

/** A viewer who knows nothing of the studio opens the new showcase, buys its first product and pays. */
export async function buyFromShowcase({ browser, baseURL, locale, words, viewport, javaScriptEnabled = true, handle, titles }) {
  const viewer = await browser.newContext({ baseURL, locale, viewport, javaScriptEnabled });
  const page = await viewer.newPage();
  const title = page.getByRole("heading", { level: 1 });
  await page.goto(`/c/${handle}/showcase`);
  expect(await shownIn(page)).toEqual(titles);
  await page.getByRole("main").getByRole("link", { name: titles[0], exact: true }).click();
  await expect(title).toHaveText(titles[0]);
  await page.getByRole("button", { name: words.buy }).click();
  await expect(title).toHaveText(words.checkout);
  await fillAddress(page.getByRole("main"), words);
  await page.getByRole("button", { name: words.place }).click();
  await expect(title).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(title).toHaveText(words.paid);
  await page.getByRole("link", { name: words.seeOrder }).click();
  await expect(title).toHaveText(words.toShip);
  await expect(page.getByRole("main")).toContainText(titles[0]);
  await viewer.close();
}
