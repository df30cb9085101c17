// A paid order's parcel moves as the clock does, on a page that is only looked at.
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

const minutes = 60;
const hours = 60 * minutes;

test("the parcel leaves, travels, arrives; receipt is confirmed", async ({ page, context, guest, words }) => {
  test.slow();
  const [product] = await guest.onSale("books");
  const [order] = await guest.order([{ sku_id: (await guest.sku(product)).id, quantity: 1 }]);
  await guest.pay(order);
  await become(context, guest);
  await page.goto(`/orders/${order.id}`);
  const title = page.getByRole("heading", { level: 1 });
  const parcel = page.locator("section").filter({ has: page.getByRole("heading", { name: words.parcel }) });
  const steps = parcel.getByRole("listitem");
  await expect(title).toHaveText(words.toShip);
  await expect(parcel).toHaveCount(0);

  await test.step("it ships by itself a minute after payment", async () => {
    await guest.advance(2 * minutes);
    // The page hears of it by itself.
    await expect(parcel).toHaveCount(1, { timeout: 15_000 });
  });

  let before;
  await test.step("it travels", async () => {
    await guest.advance(8 * hours);
    await expect.poll(() => steps.count(), { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
    before = await steps.count();
    await expect(title).not.toHaveText(words.delivered);
  });

  await test.step("it arrives", async () => {
    await guest.advance(48 * hours);
    await expect(title).toHaveText(words.delivered, { timeout: 15_000 });
    expect(await steps.count()).toBeGreaterThan(before);
    // Newest first, without gaps in time.
    const times = await steps.locator("time").evaluateAll((all) => all.map((time) => Date.parse(time.dateTime)));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  await test.step("receipt is confirmed", async () => {
    await page.getByRole("button", { name: words.confirm }).click();
    await expect(title).toHaveText(words.done);
    expect((await guest.get(`/api/v1/orders/${order.id}`)).state).toBe("completed");
  });
});

test("an order that nobody pays closes by itself, and its stock is free again", async ({ page, context, guest, words }) => {
  const [, product] = await guest.onSale("books");
  const sku = await guest.sku(product);
  const [order] = await guest.order([{ sku_id: sku.id, quantity: 3 }]);
  const left = async () => (await guest.get(`/api/v1/products/${product.id}`)).skus.find(({ id }) => id === sku.id).stock;
  expect(await left()).toBe(sku.stock - 3);
  await become(context, guest);
  await page.goto(`/orders/${order.id}`);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(words.waitingOrder);

  await guest.advance(31 * minutes);
  await expect(title).toHaveText(words.cancelled, { timeout: 15_000 });
  expect(await left()).toBe(sku.stock);
});
