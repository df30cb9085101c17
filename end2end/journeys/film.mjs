import { becomesDraft, film, linkCards } from "../lib/clips.mjs";
import { expect } from "../lib/test.mjs";

/** A clip with two timed cards, from the file to its publication; answers with its id. */
export async function publishClip({ page, javaScriptEnabled = true }) {
  await page.goto("/studio/clips/new");
  if (javaScriptEnabled) await expect(page.locator("form[data-upload][data-alive]")).toBeVisible();
  await page.locator("#f-film").setInputFiles(film);
  await page.locator("[data-send]").click();
  await expect(page).toHaveURL(/\/studio\/clips\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").pop();
  await becomesDraft(page);
  await linkCards(page, [[1, 4], [5, 9]]);
  await page.locator("#f-caption_zh").fill("新店的第一条");
  await page.locator("form[action='/fn/clip/caption'] button").click();
  await expect(page).toHaveURL(/saved=/);
  await page.locator("button[name=event][value=publish]").first().click();
  await expect(page).toHaveURL(/saved=publish/);
  return id;
}
