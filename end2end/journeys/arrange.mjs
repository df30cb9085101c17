import { fileURLToPath } from "node:url";
import { order, shownIn } from "../lib/studio.mjs";
import { expect } from "../lib/test.mjs";

const bench = (page) => page.locator("[data-window]");
const version = (page) => bench(page).getAttribute("data-version");
const names = (page) => page.locator("[data-item] .name").allInnerTexts();

/** Does something to the draft and waits until it is done, by script or by a page of its own. */
async function act(page, does) {
  const before = await version(page);
  await does();
  await expect(bench(page)).not.toHaveAttribute("data-version", before);
}

/** Every product of the shop into its empty window. */
async function fill(page, titles) {
  await page.goto("/studio/window");
  for (const [at, title] of titles.entries()) {
    await act(page, async () => {
      await page.locator("#window-add select").selectOption({ label: title });
      await page.locator("#window-add button").click();
    });
    await expect(page.locator("[data-item]")).toHaveCount(at + 1);
  }
  expect(await names(page)).toEqual(titles);
}

/** A topic with two products, by its forms. */
async function group(page) {
  await act(page, async () => {
    await page.locator("#window-groups [name=name_zh]").last().fill("睡前");
    await page.locator("#window-groups [name=name_en]").last().fill("Bedtime");
    await page.locator("#window-groups form").last().locator("button").click();
  });
  for (const at of [0, 1]) {
    await page.locator("[data-item] [data-row]").nth(at).click();
    await expect(page.locator("#item")).toBeVisible();
    await act(page, () => page.locator("#item button").first().click());
  }
  await page.goto("/studio/window");
  await expect(page.locator("#window-groups summary .num")).toHaveText("2");
}

/** A wide picture of one's own, and another theme. */
async function dress(page) {
  const file = fileURLToPath(new URL("../../server/demo/media/book-boxset-detail.1200.webp", import.meta.url));
  await page.locator("form[action='/fn/window/cover'] [name=file]").setInputFiles(file);
  await page.locator("form[action='/fn/window/cover'] [name=alt]").fill("一盒绘本");
  await act(page, () => page.locator("form[action='/fn/window/cover'] button").click());
  await expect(page.locator("#window-dress .pick").first().locator("input")).toBeChecked();
  await page.locator("[name=look][value=celadon]").check();
  await act(page, () => page.locator("form:has([name=look]) button").click());
  await expect(page.locator("[name=look][value=celadon]")).toBeChecked();
}

/** The third row to the top, by its grip. */
async function drag(page) {
  await expect(page.locator("[data-plain]")).toBeHidden();
  const before = await order(page);
  await page.locator(`[data-item="${before[0]}"]`).evaluate((row) => row.scrollIntoView({ block: "center" }));
  const grip = await page.locator(`[data-item="${before[2]}"] [data-grip]`).boundingBox();
  const to = await page.locator(`[data-item="${before[0]}"]`).boundingBox();
  await act(page, async () => {
    await page.mouse.move(grip.x + 5, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + 5, to.y + 5, { steps: 8 });
    await page.mouse.up();
  });
  expect(await order(page)).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
}

/** From wherever the focus is to the element, by Tab alone. */
async function tabTo(page, element) {
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("Tab does not lead there");
}

/** Moves, pins and hides without a pointer. */
async function byKeys(page) {
  const before = await order(page);
  await tabTo(page, page.locator(`[data-item="${before[0]}"] [data-row]`));
  for (let row = 0; row < 4; row += 1) await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate(() => document.activeElement.closest("[data-item]")?.dataset.item);
  expect(await focused()).toBe(before[4]);
  await act(page, () => page.keyboard.press("Alt+ArrowUp"));
  await act(page, () => page.keyboard.press("Alt+ArrowUp"));
  expect(await order(page)).toEqual([before[0], before[1], before[4], before[2], before[3]]);
  expect(await focused(), "the focus stays on what is moved").toBe(before[4]);
  await act(page, () => page.keyboard.press("p"));
  await expect(page.locator(`[data-item="${before[4]}"] .tag.live`)).toBeVisible();
  await act(page, () => page.keyboard.press("h"));
  await expect(page.locator(`[data-item="${before[4]}"]`)).toHaveClass(/off/);
  await act(page, () => page.keyboard.press("Control+z"));
  await expect(page.locator(`[data-item="${before[4]}"]`)).not.toHaveClass(/off/);
}

/** The same by the buttons of the rows. */
async function byForms(page) {
  const before = await order(page);
  const press = (item, key) => act(page, () => page.locator(`[data-item="${item}"] [data-key="${key}"]`).click());
  await press(before[2], "top");
  await press(before[4], "up");
  await press(before[4], "up");
  expect(await order(page)).toEqual([before[2], before[0], before[4], before[1], before[3]]);
  await press(before[4], "pin");
  await press(before[4], "hide");
  await act(page, () => page.locator("[data-step='0'] button").click());
  await expect(page.locator(`[data-item="${before[4]}"]`)).not.toHaveClass(/off/);
}

/** The draft's page in the phone, at a size that people hold and in the dark; and by the link for one's own phone. */
async function look(page, browser, { baseURL, locale, javaScriptEnabled, shown }) {
  const frame = page.frameLocator("[data-frame]:not(.next)");
  const titles = () => shownIn(frame);
  await expect.poll(titles).toEqual(shown);
  const choose = async (name, value) => {
    await page.locator(`[data-switches] label:has([name="${name}"][value="${value}"]) span`).click();
    if (!javaScriptEnabled) await page.locator("[data-switches] button").click();
  };
  await choose("size", "360");
  await expect(page.locator(".device")).toHaveAttribute("data-size", "360");
  await choose("theme", "dark");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(titles).toEqual(shown);
  const link = new URL(await page.locator("[data-link]").getAttribute("href"));
  const phone = await browser.newContext({ baseURL, locale, javaScriptEnabled, viewport: { width: 360, height: 780 } });
  const held = await phone.newPage();
  await held.goto(link.pathname + link.search);
  await expect(held.locator("[data-preview-bar]")).toBeVisible();
  expect(await shownIn(held)).toEqual(shown);
  await phone.close();
}

/** Fills the window of a new shop, arranges it, looks at it and publishes it; answers with the titles in their order. */
export async function arrangeWindow({ page, browser, baseURL, locale, javaScriptEnabled = true, titles }) {
  await fill(page, titles);
  await group(page);
  await dress(page);
  if (javaScriptEnabled) {
    await drag(page);
    await byKeys(page);
  } else {
    await byForms(page);
  }
  // What is pinned stands before the others.
  const pinned = await page.locator("[data-item]:has(.tag.live) .name").allInnerTexts();
  const shown = [...pinned, ...(await names(page)).filter((title) => !pinned.includes(title))];
  await look(page, browser, { baseURL, locale, javaScriptEnabled, shown });
  await page.goto("/studio/window");
  const publish = page.locator('form[action="/fn/window/publish"] button');
  if (javaScriptEnabled) {
    await tabTo(page, publish);
    await page.keyboard.press("Enter");
  } else {
    await publish.click();
  }
  await expect(page).toHaveURL(/published=/);
  return shown;
}
