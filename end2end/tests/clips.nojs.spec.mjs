// A clip from the file to the viewer, without JavaScript.
import { becomesDraft, film, linkCards } from "../lib/clips.mjs";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

test.slow();

test("send a film, link two products, publish, unlist", async ({ page, context, api }) => {
  await become(context, { token: privatePages().desks.seller });
  await page.goto("/studio/clips/new");
  await page.locator("#f-film").setInputFiles(film);
  await page.locator("[data-send]").click();
  await expect(page).toHaveURL(/\/studio\/clips\/[0-9a-f-]{36}$/);
  const id = page.url().split("/").pop();
  await becomesDraft(page);

  const products = await linkCards(page, [[1, 4.5], [4, 9]]);
  await page.locator("#f-caption_zh").fill("不用脚本的一条");
  await page.locator("form[action='/fn/clip/caption'] button").click();
  await page.locator("button[name=event][value=publish]").first().click();
  await expect(page).toHaveURL(/saved=publish/);

  const clip = await api.get(`/api/v1/videos/${id}`);
  expect(clip.cards.map(({ product, from_ms, to_ms }) => [product.id, from_ms, to_ms])).toEqual([
    [products[0], 1_000, 4_500],
    [products[1], 4_000, 9_000],
  ]);
  await page.goto(`/v/${id}`);
  await expect(page.locator(`[data-video="${id}"]`)).toContainText("不用脚本的一条");

  await page.goto(`/studio/clips/${id}`);
  await page.locator("button[name=event][value=unlist]").click();
  await expect(page).toHaveURL(/saved=unlist/);

  // Somebody else changes the words meanwhile: what they are now stands beside what was typed.
  const late = await context.newPage();
  await late.goto(`/studio/clips/${id}`);
  await page.goto(`/studio/clips/${id}`);
  for (const [who, words] of [[page, "先改的"], [late, "后改的"]]) {
    await who.locator("#f-caption_zh").fill(words);
    await who.locator("form[action='/fn/clip/caption'] button").click();
  }
  await expect(late.locator("[data-others]")).toContainText("先改的");
  await expect(late.locator("#f-caption_zh")).toHaveValue("后改的");
  await late.locator("form[action='/fn/clip/caption'] button").click();
  await expect(late).toHaveURL(/saved=caption/);
});

test("cards that nobody could see come back with what was typed", async ({ page, context, api }) => {
  await become(context, { token: privatePages().desks.seller });
  const { items } = await api.get("/api/v1/creators/tea/videos").catch(() => ({ items: [] }));
  test.skip(items.length === 0, "the demo's seller has no clip");
  await page.goto(`/studio/clips/${items[0].id}`);
  await page.locator("#f-from-0").fill("5");
  await page.locator("#f-to-0").fill("5.2");
  await page.locator("form[data-timeline] button").click();
  await expect(page.locator("#cards .fault")).toBeVisible();
  await expect(page.locator("#f-to-0")).toHaveValue("5.2");
});

test("a drawing with a script is refused, with words", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.seller });
  await page.goto("/studio/clips/new");
  const buffer = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  await page.locator("#f-film").setInputFiles({ name: "film.mp4", mimeType: "video/mp4", buffer });
  await page.locator("[data-send]").click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("MP4", { timeout: 500 });
  }).toPass();
  await page.locator("form[action='/fn/clip/cancel'] button").click();
  await expect(page).toHaveURL(/\/studio\/clips$/);
});
