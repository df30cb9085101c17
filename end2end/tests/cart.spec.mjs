// From showcases into the bag, and out of it with several orders by one payment.
import { fillAddress } from "../lib/address.mjs";
import { Api } from "../lib/api.mjs";
import { addFromShowcase } from "../lib/bag.mjs";
import { sessionOf } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

test("showcase, product, bag of two shops, one payment of two orders", async ({ page, context, api, words, locale }) => {
  test.slow();
  const showcase = async (handle) => (await api.get(`/api/v1/creators/${handle}/showcase`)).items;
  const ample = ({ stock, only_sku }) => stock > 20 && only_sku;
  for (const handle of ["outdoor", "books"]) await addFromShowcase(page, words, handle, (await showcase(handle)).find(ample));

  await page.goto("/cart");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveCount(2);
  await page.getByRole("link", { name: words.checkOut(2) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.checkout);
  await fillAddress(page.getByRole("main"), words);
  await page.getByRole("button", { name: words.place }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.waiting);
  await page.getByRole("button", { name: words.succeed, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.paid);
  await page.getByRole("link", { name: words.seeOrder }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.orders);
  const rows = page.getByRole("main").getByRole("article");
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await expect(row.getByRole("heading", { level: 2 })).toHaveText(words.toShip);

  const { items } = await new Api({ token: await sessionOf(context), locale }).get("/api/v1/orders");
  expect(items.map((order) => order.handle).toSorted()).toEqual(["books", "outdoor"]);
  expect(new Set(items.map((order) => order.payment_id)).size, "one payment").toBe(1);
  await page.goto("/cart");
  await expect(page.getByRole("link", { name: words.checkOut(2) }), "what was bought has left the bag").toHaveCount(0);
});
