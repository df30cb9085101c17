// Pictures and what they show, by plain forms.
import { fileURLToPath } from "node:url";
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

const path = (name) => fileURLToPath(new URL(`../../server/demo/media/book-${name}.1200.webp`, import.meta.url));

test("what a picture shows is said when it is sent, changed later, and moves with it", async ({ page, context }) => {
  await become(context, { token: privatePages().desks.seller });
  await page.goto("/studio/products/new");
  await page.locator("form[action='/fn/studio/product/create'] button").click();
  await page.locator("[name=files]").setInputFiles([path("moon"), path("snail")]);
  await page.locator("[name=alt]").fill("绘本");
  const save = page.locator("#editor .savebar button[value=save]");
  await save.click();
  await expect(page).toHaveURL(/saved=1/);
  const first = page.locator("#pictures .pics > li").first();
  const id = await first.locator("[name=picture]").inputValue();
  await expect(page.locator(`[name="alt.${id}.zh"]`)).toHaveValue("绘本");
  await page.locator(`[name="alt.${id}.zh"]`).fill("月亮绘本的封面");
  await page.locator(`[name="alt.${id}.en"]`).fill("The cover of the moon book");
  await page.locator("button[value='picture.forward.1']").click();
  await expect(page.locator("#pictures .pics > li").nth(1).locator("[name=picture]")).toHaveValue(id);
  await expect(page.locator(`[name="alt.${id}.zh"]`)).toHaveValue("月亮绘本的封面");
  await page.goto(`${new URL(page.url()).pathname}/preview?lang=zh-CN`);
  await expect(page.locator(".gallery img[alt='月亮绘本的封面']").first()).toBeAttached();
});
