// A window of 1,000 products, which are made for it, not on sale and never published: nobody else meets them.
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

const products = 1_000;
const handle = "books";

test.describe.configure({ mode: "serial" });

/** Everything that the island has asked the shop since. */
function listen(page) {
  const heard = [];
  page.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith("/fn/window/") || pathname === "/studio/window") {
      heard.push({ pathname, size: (await response.body().catch(() => Buffer.alloc(0))).length });
    }
  });
  return heard;
}

const told = (page, does) => Promise.all([page.waitForResponse((response) => response.url().includes("/fn/window/change")), does()]);

test("is filled", async ({ page, context, baseURL }) => {
  test.setTimeout(120_000);
  await work(context, "books@demo.test");
  const send = async (path, options) => {
    const answer = await context.request.post(path, { headers: { origin: baseURL }, maxRedirects: 0, ...options });
    expect(answer.status(), path).toBeLessThan(400);
    return answer.headers().location;
  };
  const there = async () => {
    const html = await (await context.request.get("/studio/window")).text();
    return [...html.matchAll(/data-item="([0-9a-f-]{36})"/g)].map(([, id]) => id);
  };
  const goods = async () => {
    const table = await (await context.request.get("/studio/products.csv")).text();
    return [...new Set(table.split(/\r?\n/).map((line) => line.split(",")[0]))].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  };
  const missing = products - (await there()).length;
  test.skip(missing <= 0, "another project has filled it");
  const table = await (await context.request.get("/studio/products.csv")).text();
  const category = table.split("\n").map((line) => line.split(",")[1]).find((code) => /^[a-z]/.test(code ?? "") && code !== "category");
  const lines = Array.from({ length: missing }, (_, n) => `n${n},${category},大橱窗 ${n},B${n},20,9`);
  const buffer = Buffer.from(`product,category,title_zh,code,price,stock\n${lines.join("\n")}\n`);
  // Without `list`: written as drafts.
  const checked = await send("/fn/studio/import/check", { multipart: { file: { name: "large.csv", mimeType: "text/csv", buffer } } });
  await send("/fn/studio/import/apply", { form: { id: new URL(checked, baseURL).searchParams.get("id") } });
  await expect.poll(async () => (await goods()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(products);
  const known = new Set(await there());
  for (const id of (await goods()).filter((id) => !known.has(id)).slice(0, missing)) {
    await send("/fn/window/change", { form: { handle, act: `add:${id}` }, headers: { origin: baseURL, accept: "text/html" } });
  }
  expect((await there()).length).toBe(products);
});

test("is arranged without being asked for again, and stays whole for keyboard and reader", async ({ page, context }) => {
  test.slow();
  await work(context, "books@demo.test");
  await page.goto("/studio/window");
  await expect(page.locator("[data-plain]")).toBeHidden();
  const before = await order(page);
  expect(before.length).toBe(products);
  const heard = listen(page);
  const row = (id) => page.locator(`[data-item="${id}"]`);

  await row(before[500]).locator("[data-row]").focus();
  await told(page, () => page.keyboard.press("Alt+ArrowDown"));
  await told(page, () => page.keyboard.press("h"));
  await expect(row(before[500])).toHaveClass(/off/);
  const focused = () => page.evaluate(() => document.activeElement.closest("[data-item]")?.dataset.item);
  expect(await focused()).toBe(before[500]);
  await told(page, () => row(before[999]).locator('[data-key="top"]').click());
  const now = [before[999], ...before.slice(0, 500), before[501], before[500], ...before.slice(502, 999)];
  expect(await order(page)).toEqual(now);

  // A screen reader is told of every row, also of those that are not drawn.
  await expect(page.getByRole("listitem").filter({ has: page.locator("[data-row]") })).toHaveCount(products);
  await expect(page.locator("#phone")).toHaveAttribute("data-preview-ms", /\d/);
  expect(Number(await page.locator("[data-window]").getAttribute("data-reorder-ms"))).toBeGreaterThanOrEqual(0);
  expect(heard.filter(({ pathname }) => pathname === "/studio/window"), "the page is not asked for again").toEqual([]);
  for (const { size } of heard) expect(size, "an answer has what changed and no more").toBeLessThan(100_000);

  await row(before[2]).locator("[data-row]").click();
  await expect(page.locator(`#item[data-of="${before[2]}"]`)).toBeVisible({ timeout: 20_000 });
  await page.locator("#item [data-done]").click();
  await expect(page.locator("#item")).toHaveCount(0);
  expect(await focused()).toBe(before[2]);
  await page.reload();
  expect(await order(page), "the shop has the same").toEqual(now);
});
