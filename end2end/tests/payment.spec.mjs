// What the cashier says however the provider answers.
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

/** An order of a guest of its own, open at the cashier of a fresh payment. */
test.beforeEach(async ({ page, context, guest, words }) => {
  const [product] = await guest.onSale("books");
  const [order] = await guest.order([{ sku_id: (await guest.sku(product)).id, quantity: 1 }]);
  const { payment_id } = await guest.post(`/api/v1/orders/${order.id}/payments`, { method: "wechat" });
  await become(context, guest);
  await page.goto(`/pay/${payment_id}`);
  await expect(title(page)).toHaveText(words.waiting);
});

const title = (page) => page.getByRole("heading", { level: 1 });
const outcome = (page, name) => page.getByRole("button", { name, exact: true });
const onlyOrder = async (guest) => (await guest.get("/api/v1/orders")).items[0];

test("fails, is tried again, succeeds", async ({ page, guest, words }) => {
  await outcome(page, words.fail).click();
  await expect(title(page)).toHaveText(words.failed);
  expect((await onlyOrder(guest)).state).toBe("pending_payment");

  await page.getByRole("button", { name: words.payAgain }).click();
  await expect(title(page)).toHaveText(words.waiting);
  await outcome(page, words.succeed).click();
  await expect(title(page)).toHaveText(words.paid);
  expect((await onlyOrder(guest)).state).toBe("to_ship");
});

test("comes too late and goes back", async ({ page, guest, words }) => {
  await outcome(page, words.late).click();
  await expect(title(page)).toHaveText(words.refund);
  const order = await onlyOrder(guest);
  expect(order.state).toBe("cancelled");
  await expect.poll(async () => (await guest.post(`/api/v1/payments/${order.payment_id ?? page.url().split("/").pop()}/sync`)).state).toBe("refunded");
});

test("is said three times and counts once", async ({ page, guest, words }) => {
  await outcome(page, words.duplicate).click();
  await expect(title(page)).toHaveText(words.paid);
  const order = await onlyOrder(guest);
  expect(order.state).toBe("to_ship");
  await page.getByRole("link", { name: words.seeOrder }).click();
  await expect(title(page)).toHaveText(words.toShip);
});

test("arrives elsewhere: the waiting page hears of it", async ({ page, guest, words }) => {
  const payment = page.url().split("/").pop();
  await guest.post(`/sandbox/payments/${payment}`, { outcome: "success" });
  await expect(title(page)).toHaveText(words.paid);
});
