// What one sets aside.
import { addFromShowcase } from "../lib/bag.mjs";
import { expect, test } from "../lib/test.mjs";

test("the bag counts, drops and forgets", async ({ page, api, words }) => {
  const product = (await api.onSale("books")).find(({ only_sku }) => only_sku);
  await addFromShowcase(page, words, "books", product);
  await expect(page.locator("[data-bag]:visible").first()).toHaveText("1");
  await page.goto("/cart");
  const line = page.getByRole("main").locator("[data-line]");
  await line.getByRole("button", { name: words.more }).click();
  await expect(line.getByRole("status")).toHaveText("2");
  await line.getByRole("button", { name: words.take, pressed: true }).click();
  await expect(page.getByRole("link", { name: words.checkOut(2) })).toHaveCount(0);
  await line.getByRole("button", { name: words.remove }).click();
  await expect(line).toHaveCount(0);
});

test("a guest's bag comes along at sign-in", async ({ page, api, words }, { project }) => {
  // The account is shared: each project brings a product of its own.
  const nth = project.name === "phone-zh" ? 1 : 2;
  const product = (await api.onSale("outdoor")).filter(({ only_sku }) => only_sku)[nth];
  await addFromShowcase(page, words, "outdoor", product);

  await page.goto("/login?next=/cart");
  await page.getByText(words.byEmail).click();
  await page.getByLabel(words.email, { exact: true }).fill("viewer@demo.test");
  await page.getByLabel(words.password, { exact: true }).fill("vitrine-demo");
  await page.locator("details").getByRole("button", { name: words.signIn }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByRole("main").getByRole("link", { name: product.title })).toBeVisible();
});
