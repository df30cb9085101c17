// The main job: a viewer buys from a playing clip and never leaves it.
import { fillAddress } from "../lib/address.mjs";
import { clipOn, demoClip } from "../lib/clip.mjs";
import { expect, test } from "../lib/test.mjs";

test("from the card to the paid order, with the clip playing on", async ({ page, api, words }) => {
  test.slow();
  const video = await demoClip(api);
  const { card, sheet, layer, ...clip } = clipOn(page);
  await clip.open(video);

  await test.step("the card comes by itself while the clip plays", async () => {
    await expect(card).toBeVisible({ timeout: 20_000 });
    await card.click();
    await expect(sheet.getByRole("heading", { level: 1 })).not.toBeEmpty();
    await clip.expectPlaying();
  });

  let variant;
  await test.step("another variant is chosen", async () => {
    const option = sheet.getByRole("group").filter({ has: page.getByRole("radio") }).first().locator("label:not(.out)").last();
    variant = await option.locator(".vname").innerText();
    await option.click();
    await expect(option.getByRole("radio")).toBeChecked();
  });

  await test.step("the order is placed in the same sheet", async () => {
    await sheet.getByRole("button", { name: words.buy }).click();
    await expect(layer.getByRole("heading", { name: words.checkout })).toBeVisible();
    await expect(layer).toContainText(variant);
    await fillAddress(layer, words);
    await layer.getByRole("button", { name: words.place }).click();
  });

  await test.step("the payment arrives", async () => {
    await layer.getByRole("button", { name: words.succeed, exact: true }).click();
    await expect(layer.getByRole("heading", { name: words.paid })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`/v/${video.id}`);
    await clip.expectPlaying();
  });

  const order = await layer.getByRole("link", { name: words.seeOrder }).getAttribute("href");
  await test.step("back to the clip", async () => {
    await layer.getByRole("button", { name: words.goOn }).click();
    await expect(sheet).toBeHidden();
    await clip.expectPlaying();
  });

  await test.step("the order page has it, paid", async () => {
    await page.goto(order);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.toShip);
    await expect(page.getByRole("main")).toContainText(variant);
  });
});
