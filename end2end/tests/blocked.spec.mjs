// The program does not arrive: links and forms take over, and the purchase works.
import { fillAddress } from "../lib/address.mjs";
import { clipOn, demoClip } from "../lib/clip.mjs";
import { expect, test } from "../lib/test.mjs";

test.use({ tolerate: /\.wasm|WebAssembly|Failed to fetch|ERR_FAILED|net::ERR_BLOCKED|ViewTransition opt-in disabled/ });

/** Pays at the cashier without scripts and looks at the order. */
async function payByForms(page, words) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.checkout);
  await fillAddress(page.getByRole("main"), words);
  await page.getByRole("button", { name: words.place }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.paid);
  await page.getByRole("link", { name: words.seeOrder }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.toShip);
}

test("no program at all: the card is a link, the purchase a few forms", async ({ page, api, words }) => {
  await page.route(/\.wasm(\?|$)/, (route) => route.abort());
  const video = await demoClip(api);
  await page.goto(`/v/${video.id}`);
  await page.getByTestId("clip-card").filter({ visible: true }).first().click();
  await expect(page).toHaveURL(new RegExp(`/p/${video.cards[0].product.id}`));
  await page.getByRole("button", { name: words.buy }).click();
  await payByForms(page, words);
});

test("the sheet's part alone is missing: the page of the checkout opens", async ({ page, api, words }) => {
  const video = await demoClip(api);
  const { card, sheet, ...clip } = clipOn(page);
  await clip.open(video);
  await card.click({ timeout: 20_000 });
  await expect(sheet.getByRole("button", { name: words.buy })).toBeEnabled();
  await page.route(/\.wasm(\?|$)/, (route) => route.abort());
  await sheet.getByRole("button", { name: words.buy }).click();
  await expect(page).toHaveURL(/\/checkout\?/, { timeout: 15_000 });
  await payByForms(page, words);
});
