// Pictures of the shop at BASE_URL to look at, not to compare: `scripts/with-shop node end2end/shots.mjs FOLDER [FILTER]`
// writes every screen on phone and desktop, light and dark, each once in Chinese and once in English.
import { mkdirSync } from "node:fs";
import { chromium as engine } from "@playwright/test";
import { Api, baseURL } from "./lib/api.mjs";
import { chromium } from "./lib/chromium.mjs";
import { furnish } from "./lib/private-pages.mjs";
import { discover } from "./lib/pages.mjs";
import { become } from "./lib/session.mjs";

const [folder, filter = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const looks = [
  { name: "phone-light-zh", viewport: { width: 390, height: 844 }, colorScheme: "light", locale: "zh-CN", hasTouch: true, isMobile: true },
  { name: "phone-dark-en", viewport: { width: 390, height: 844 }, colorScheme: "dark", locale: "en-GB", hasTouch: true, isMobile: true },
  { name: "desktop-light-en", viewport: { width: 1440, height: 900 }, colorScheme: "light", locale: "en-GB" },
  { name: "desktop-dark-zh", viewport: { width: 1440, height: 900 }, colorScheme: "dark", locale: "zh-CN" },
];

const found = await discover();
const own = await furnish();
const [tea] = await new Api().all("/api/v1/creators/tea/videos");
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What to do on a page before its picture is taken. */
const screens = [
  { name: "feed", path: "/", act: () => wait(5000) },
  { name: "clip-sheet", path: `/v/${tea.id}`, act: openSheet },
  { name: "clip-checkout", path: `/v/${tea.id}`, act: async (page) => { await openSheet(page); await buyNow(page); } },
  ...found.creators.slice(0, 2).map(({ path }) => ({ name: path.slice(1).replaceAll("/", "-"), path })),
  { name: "product", path: found.products[0].path },
  { name: "product-soldout", path: found.products.at(-1).path },
  ...found.fixed.slice(1).map(({ path }) => ({ name: path.slice(1).replaceAll(/[/?=]/g, "-"), path })),
  ...own.list.map(({ name, path }) => ({ name: name.replaceAll(/[ ,]+/g, "-"), path, token: own.token })),
  ...[own.shop, own.desk].flatMap(({ token, list }) => list.map(({ name, path }) => ({ name: name.replaceAll(/[ ,']+/g, "-"), path, token }))),
  { name: "empty-bag", path: "/cart" },
  { name: "missing", path: "/p/nothing" },
];

async function openSheet(page) {
  await page.locator(".clip.current .pcard.on").click();
  await page.getByRole("dialog").waitFor();
  await wait(800);
}

async function buyNow(page) {
  await page.getByTestId("sheet-buy").click();
  await page.locator("#sheet .checkout-layer").waitFor();
  await wait(800);
}

const browser = await engine.launch(chromium);
for (const { name: look, ...options } of looks) {
  for (const { name, path, token, act } of screens) {
    if (!`${name}.${look}`.includes(filter)) continue;
    const context = await browser.newContext(options);
    if (token) await become(context, { token });
    const page = await context.newPage();
    await page.goto(baseURL + path);
    if (act) await act(page);
    else await wait(400);
    await page.screenshot({ path: `${folder}/${name}.${look}.png` });
    await context.close();
  }
}
await browser.close();
