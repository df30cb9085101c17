import { expect } from "@playwright/test";

/** Opens a product from its creator's showcase and puts its first variant into the bag. */
export async function addFromShowcase(page, words, handle, product) {
  await page.goto(`/c/${handle}/showcase`);
  await page.getByRole("link", { name: product.title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(product.title);
  await page.getByRole("button", { name: words.add, exact: true }).click();
  // Tapped before the page is alive, the form is sent as it is and shows the bag.
  const bag = page.getByRole("heading", { level: 1, name: words.bag, exact: true });
  await expect(page.locator("[data-toast].on").or(bag)).not.toBeEmpty();
}
