// What is sold out says so before anybody tries, and shows a way on.
import { clipOn } from "../lib/clip.mjs";
import { expect, test } from "../lib/test.mjs";

let product;
test.beforeEach(async ({ api }) => {
  product = (await api.all("/api/v1/products?limit=100&creator=tea")).find(({ stock }) => stock === 0);
});

test("on its page", async ({ page, words }) => {
  await page.goto(`/p/${product.id}`);
  const notice = page.getByTestId("off-sale");
  await expect(notice.getByRole("heading")).toHaveText(words.soldOut);
  for (const button of await page.getByRole("button", { name: words.buy }).all()) await expect(button).toBeDisabled();
  await notice.getByRole("link", { name: words.seeAlike }).click();
  await expect(page).toHaveURL(/\/c\/tea\/showcase/);
});

test("in the showcase", async ({ page, words }) => {
  await page.goto(`/c/tea/showcase?q=${encodeURIComponent(product.title)}`);
  const card = page.getByRole("article").filter({ hasText: product.title });
  await expect(card.first()).toContainText(words.soldOut);
  await expect(card.first().getByRole("button")).toHaveCount(0);
});

test("in the sheet over a clip", async ({ page, api, words }) => {
  const clips = await api.all("/api/v1/videos");
  const video = clips.find(({ cards }) => cards.some((card) => card.product.id === product.id));
  const seen = video.cards.find((card) => card.product.id === product.id);
  const { card, sheet, ...clip } = clipOn(page);
  await clip.open(video);
  await clip.stopAt((seen.from_ms + seen.to_ms) / 2_000);
  await expect(card).toContainText(words.soldOut);
  await card.click();
  await expect(sheet.getByTestId("off-sale").getByRole("heading")).toHaveText(words.soldOut);
  await expect(sheet.getByRole("link", { name: words.seeAlike }).first()).toBeVisible();
  for (const button of await sheet.getByRole("button", { name: words.buy }).all()) await expect(button).toBeDisabled();
});

test("a sold-out variant cannot be chosen, its neighbours can", async ({ page, api }) => {
  const all = await api.onSale("tea");
  let found;
  for (const { id } of all) {
    const detail = await api.get(`/api/v1/products/${id}`);
    if (detail.options.length === 1 && detail.skus.some(({ stock }) => stock === 0)) {
      found = detail;
      break;
    }
  }
  await page.goto(`/p/${found.id}`);
  const radios = page.getByRole("radio");
  for (const { choice, stock } of found.skus) {
    const radio = radios.nth(choice[0]);
    if (stock === 0) await expect(radio).toBeDisabled();
    else await expect(radio).toBeEnabled();
  }
});
