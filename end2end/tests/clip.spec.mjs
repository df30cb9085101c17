// A playing clip, its cards, and the layers over it.
import { fillAddress } from "../lib/address.mjs";
import { expectAccessible } from "../lib/axe.mjs";
import { clipOn, demoClip } from "../lib/clip.mjs";
import { expect, test } from "../lib/test.mjs";

test.slow();

let video;
test.beforeEach(async ({ api }) => {
  video = await demoClip(api);
});

test("each card shows within its own seconds only", async ({ page }) => {
  const { card, ...clip } = clipOn(page);
  await clip.open(video);
  const [first, second] = video.cards;
  const middle = ({ from_ms, to_ms }) => (from_ms + to_ms) / 2_000;

  await clip.stopAt(first.from_ms / 2_000);
  await expect(card).toHaveCount(0);
  await clip.stopAt(middle(first));
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(first.product.title);
  await clip.stopAt((first.to_ms + second.from_ms) / 2_000);
  await expect(card).toHaveCount(0);
  await clip.stopAt(middle(second));
  await expect(card).toContainText(second.product.title);
});

test("back closes one layer at a time", async ({ page, words }) => {
  const { card, sheet, layer, ...clip } = clipOn(page);
  await clip.open(video);
  await card.click({ timeout: 20_000 });
  await sheet.getByRole("button", { name: words.buy }).click();
  await expect(layer.getByRole("heading", { name: words.checkout })).toBeVisible();
  // The layer has a step of its own in the history; a driver that goes back before the browser has noted it would take two.
  await expect.poll(() => page.evaluate(() => history.state?.checkout)).toBe(true);

  await page.goBack();
  await expect(layer).toHaveCount(0);
  await expect(sheet.getByRole("button", { name: words.buy })).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(`/v/${video.id}`);
  await clip.expectPlaying();
});

test.describe("a fault", () => {
  test.use({ tolerate: /status of 422|answered: .* 422$/ });

  test("is said at its field, and what was typed stays", async ({ page, words }) => {
    const { card, sheet, layer, ...clip } = clipOn(page);
    await clip.open(video);
    await card.click({ timeout: 20_000 });
    await sheet.getByRole("button", { name: words.buy }).click();
    const field = (name) => layer.getByLabel(words[name], { exact: true });
    await field("name").fill("林小满");
    await field("phone").fill("12");
    await layer.getByRole("button", { name: words.place }).click();

    await expect(field("phone")).toHaveAttribute("aria-invalid", "true");
    await expect(field("phone")).toHaveAccessibleDescription(/./);
    await expect(field("phone")).toHaveValue("12");
    await expect(field("name")).toHaveValue("林小满");
  });
});

test("sheet, checkout and cashier are accessible", async ({ page, words }) => {
  const { card, sheet, layer, ...clip } = clipOn(page);
  await clip.open(video);
  await card.click({ timeout: 20_000 });
  await expect(sheet.getByRole("button", { name: words.buy })).toBeEnabled();
  await expectAccessible(page, { within: "#sheet" });
  await sheet.getByRole("button", { name: words.buy }).click();
  await fillAddress(layer, words);
  await expectAccessible(page, { within: "#sheet" });
  await layer.getByRole("button", { name: words.place }).click();
  await expect(layer.getByRole("heading", { name: words.waiting })).toBeVisible();
  await expectAccessible(page, { within: "#sheet" });
});
