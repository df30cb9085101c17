// The phone beside the window: every view of the draft in every state, as quick as it is arranged, and the same on
// one's own phone. Left as it was.
import { expectAccessible } from "../lib/axe.mjs";
import { order, work } from "../lib/studio.mjs";
import { expect, test } from "../lib/test.mjs";

test.describe.configure({ mode: "serial" });

const inPhone = (page) => page.frameLocator("[data-frame]:not(.next)");
const choose = (page, name, value) =>
  page.locator(`[data-switches] label:has([name="${name}"][value="${value}"]) > span`).click();
const path = (href) => new URL(href).pathname + new URL(href).search + new URL(href).hash;

/** What a page of each view shows: the titles of its products in their order, and how many are said to be sold out. */
const views = {
  showcase: { goods: ":is(.pins, .goods) h3", sold: ":is(.good-card.out, .pin .row > .tag)", none: ".blank" },
  clip: { goods: ".pcard.on .name", sold: ".pcard.on", none: ".clip" },
  bag: { goods: "#bag li b.one", sold: "#bag .pill.out", none: "#bag .blank" },
};

test.beforeEach(async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await work(context, "outdoor@demo.test");
  await page.goto("/studio/window");
  await expect(page.locator("[data-plain]")).toBeHidden();
});

test("each view in each state, after a reload and on one's own phone", async ({ page, browser, baseURL, locale, words }) => {
  test.slow();
  const guest = await browser.newContext({ baseURL, locale, viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  const held = await guest.newPage();
  const check = async (root, view, state) => {
    const { goods, sold, none } = views[view];
    if (state === "empty") {
      await expect(root.locator(none).first()).toBeVisible();
      await expect(root.locator(goods)).toHaveCount(0);
      await expect(root.locator(".rail .bag")).toHaveCount(0);
      return;
    }
    await expect(root.locator(goods).first()).toBeVisible();
    if (state === "sold_out") {
      await expect(root.locator(sold)).toHaveCount(await root.locator(goods).count());
      if (view !== "showcase") await expect(root.locator(sold).first()).toContainText(words.soldOut);
    }
  };
  for (const view of Object.keys(views)) {
    await choose(page, "view", view);
    for (const state of ["normal", "sold_out", "empty"]) {
      await choose(page, "state", state);
      await expect(page.locator("[data-frame]:not(.next)")).toHaveAttribute("src", new RegExp(`view=${view}&.*state=${state}`));
      await check(inPhone(page), view, state);
      const told = new RegExp(state === "normal" ? "preview=" : `state=${state}`);
      await expect(page.locator("[data-link]")).toHaveAttribute("href", view === "showcase" ? told : new RegExp(`view=${view}`));
      await expect(page.locator("[data-link]")).toHaveAttribute("href", told);
      await held.goto(path(await page.locator("[data-link]").getAttribute("href")));
      await expect(held.locator("[data-preview-bar]")).toBeVisible();
      await check(held, view, state);
    }
    await page.reload();
    await expect(page.locator(`[name="view"][value="${view}"]`)).toBeChecked();
    await expect(page.locator('[name="state"][value="empty"]')).toBeChecked();
    await check(inPhone(page), view, "empty");
    await expect(page.locator("[data-plain]")).toBeHidden();
  }
  await guest.close();
});

test("by arrow keys, in both languages and colours, at the sizes that people hold", async ({ page }) => {
  const first = page.locator('[name="view"]:checked');
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[name="view"][value="clip"]')).toBeChecked();
  await expect(inPhone(page).locator(".clip")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const inside = inPhone(page).locator("html");
  await expect(inPhone(page).locator("#bag")).toBeVisible();
  for (const [lang, theme] of [["en", "dark"], ["zh-CN", "light"]]) {
    await choose(page, "in", lang);
    await choose(page, "theme", theme);
    await expect(inside).toHaveAttribute("lang", new RegExp(`^${lang.slice(0, 2)}`));
    await expect(inside).toHaveAttribute("data-theme", theme);
  }
  for (const [size, width, height] of [["360", 360, 740], ["430", 430, 932], ["768", 768, 1024], ["390", 390, 844]]) {
    await choose(page, "size", size);
    // The frame of before may be taken away while it is asked.
    await expect.poll(() => inside.evaluate(() => [innerWidth, innerHeight]).catch(() => [])).toEqual([width, height]);
  }
  // The bag is closed and stays so while the draft changes; nothing in the phone leads out of it.
  // By the page itself: the driver does not know where a point lies in a frame that is drawn smaller.
  const click = (selector) => inPhone(page).locator(selector).evaluate((element) => element.click());
  await click("#bag .ib");
  await expect(inPhone(page).locator("#bag")).toBeHidden();
  await click(".live-foot .pcard");
  await expect(page.locator("[data-toast]")).not.toBeEmpty();
  await expect(inPhone(page).locator(".live-foot .pcard")).toBeVisible();
});

test("a change is in the phone within 300 ms, in every view", async ({ page }, testInfo) => {
  test.slow();
  const before = await order(page);
  for (const view of Object.keys(views)) {
    await choose(page, "view", view);
    // On a phone the frame may be out of sight, and the one of before may be taken away while it is asked.
    const titles = () => inPhone(page).locator(views[view].goods).allTextContents().catch(() => []);
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(0);
    const was = await titles();
    const took = [];
    const act = async (does, becomes) => {
      await page.locator("#phone").evaluate((phone) => phone.removeAttribute("data-preview-ms"));
      await does();
      await expect(page.locator("#phone")).toHaveAttribute("data-preview-ms", /\d/);
      took.push(Number(await page.locator("#phone").getAttribute("data-preview-ms")));
      await becomes(expect.poll(titles));
    };
    const undo = () => page.locator("[data-step='0'] button").click();
    // What the view shows first: a pinned product need not be the first of the list.
    const row = page.locator("[data-item]").filter({ has: page.getByText(was[0], { exact: true }) });
    const hide = () => row.first().locator('[data-key="hide"]').click();
    for (let turn = 0; turn < 3; turn += 1) {
      await act(hide, (now) => now.not.toEqual(was));
      await act(undo, (now) => now.toEqual(was));
    }
    testInfo.annotations.push({ type: `preview ${view}, ms`, description: took.map(Math.round).join(" ") });
    console.log(`${view}: ${took.map(Math.round).join(" ")} ms`);
    // The median, since the first act of a page also compiles what the next ones use.
    expect(took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)], view).toBeLessThan(300);
  }
  expect(await order(page)).toEqual(before);
});

test("axe, on the bench and on the page of each view", async ({ page }) => {
  test.slow();
  for (const view of Object.keys(views)) {
    await choose(page, "view", view);
    await expect(page.locator("[data-frame]:not(.next)")).toHaveAttribute("src", new RegExp(`view=${view}`));
    await expectAccessible(page, { within: "#phone .switches" });
    const src = await page.locator("[data-frame]:not(.next)").getAttribute("src");
    const seen = await page.context().newPage();
    for (const state of ["normal", "sold_out", "empty"]) {
      await seen.goto(src.replace("state=normal", `state=${state}`).replace(/&theme=light/, ""));
      await expectAccessible(seen);
    }
    await seen.close();
  }
});
