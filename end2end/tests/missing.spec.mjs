// What does not exist says so by its status, not only in words.
import { expect, test } from "../lib/test.mjs";

test.use({ tolerate: /status of 4(04|10)|answered: .* 4(04|10)$/ });

const nothing = "00000000-0000-0000-0000-000000000000";
const missing = ["/nowhere", `/p/${nothing}`, "/p/not-an-id", `/v/${nothing}`, `/live/${nothing}`, "/c/nobody", "/c/nobody/showcase", `/pay/${nothing}`, `/orders/${nothing}`];

for (const path of missing) {
  test(`${path} is not there`, async ({ page }) => {
    const answer = await page.goto(path);
    expect([404, 410]).toContain(answer.status());
    await expect(page.locator("h1").first()).not.toBeEmpty();
  });
}

for (const path of [`/api/v1/products/${nothing}`, `/api/v1/orders/${nothing}`, "/api/v1/creators/nobody/showcase", `/api/v1/videos/${nothing}`, "/api/v1/nowhere"]) {
  test(`${path} is a problem document`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect((await answer.json()).code).toBe("not_found");
  });
}
