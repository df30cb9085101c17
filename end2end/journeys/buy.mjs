import assert from "node:assert/strict";
import { address, baseURL } from "../lib/api.mjs";
import { discover } from "../lib/pages.mjs";

/**
 * Clip → card → sheet → order → paid, without ever leaving the clip. `browser` is an adapter of lib/browsers/, so the
 * same steps run in every engine. Fields are known by the names of their form, all else by `data-testid`:
 *
 *   clip-card       the product card over the clip     sheet            the bottom sheet it raises
 *   sheet-buy       on to the checkout, in the sheet   checkout-submit  places the order
 *   pay-success     the sandbox provider says yes      payment-paid     shown once the payment has arrived
 */
export async function buyFromClip(browser) {
  const { videos } = await discover();
  const clip = baseURL + videos[0].path;
  await browser.goto(clip);
  await browser.click("clip-card");
  await browser.visible("sheet");
  await browser.click("sheet-buy");
  for (const [name, value] of Object.entries(address)) {
    if (name !== "country") await browser.fill(name, value);
  }
  await browser.click("checkout-submit");
  await browser.click("pay-success");
  await browser.visible("payment-paid");
  assert.equal(new URL(await browser.url()).pathname, new URL(clip).pathname, "the clip was left");
}
