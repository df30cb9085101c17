import { chromium as playwright } from "@playwright/test";
import { chromium } from "../lib/chromium.mjs";
import { quantile, round } from "./lib/load.mjs";
import { owner } from "./lib/owner.mjs";

const handle = "tea";
const items = 1_000;
const turns = 20;

/**
 * CPU ms of publishing a window of 1,000 items of which none is where it was: every row is written anew. The acts that move
 * them are not counted. The shop must have so many goods, such as `csvImport` leaves.
 */
export async function publish(server, cpu) {
  const shop = await owner(server);
  const change = (act) => shop.send("/fn/window/change", new URLSearchParams({ handle, act }));
  const publication = () => shop.send("/fn/window/publish", new URLSearchParams({ handle }));
  const order = async () => [...(await shop.read("/studio/window")).matchAll(/data-item="([0-9a-f-]{36})"/g)].map(([, id]) => id);
  let shown = await order();
  const more = (await shop.goods()).map(({ product }) => product).filter((id) => !shown.includes(id));
  for (const id of more.slice(0, items - shown.length)) await change(`add:${id}`);
  shown = await order();
  if (shown.length !== items) throw new Error(`the window has ${shown.length} items`);
  await publication();
  let used = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    shown = [shown.at(-1), ...shown.slice(0, -1)];
    await change(`move:${shown[0]}:${shown[1]}`);
    const before = cpu();
    await publication();
    used += cpu() - before;
  }
  return round(used / turns);
}

/**
 * Scripting ms in Chromium of one reorder by key in the window that `publish` left; half of them take less: `answer` until
 * the row stands where it belongs, `all` until what the shop says to it has been worked in, too. The page in the phone is
 * another page's work and left out.
 */
export async function reorder(server) {
  const { token } = await owner(server);
  const browser = await playwright.launch(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.context().addCookies([{ name: "vitrine_session", value: token, url: server.base }]);
    await page.route(/[?&]preview=/, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(`${server.base}/studio/window`);
    await page.locator("[data-switches] [data-plain]").waitFor({ state: "hidden" });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    const scripting = async () => {
      const { metrics } = await devtools.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
    };
    // Watched by the page itself: a driver that looks again and again would be measured, too.
    const worked = () =>
      page.evaluate(
        () => new Promise((done) => new MutationObserver(() => done()).observe(document.querySelector("[data-window]"), { attributeFilter: ["data-version"] })),
      );
    await page.locator("[data-item] [data-row]").nth(items / 2).focus();
    // The page's own handlers run before this returns.
    const press = () =>
      page.evaluate(() => {
        const began = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true }));
        return performance.now() - began;
      });
    const [answers, all] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      const answered = worked();
      const before = await scripting();
      answers.push(await press());
      await answered;
      all.push((await scripting()) - before);
    }
    return { answer: round(quantile(answers, 0.5)), all: round(quantile(all, 0.5)) };
  } finally {
    await browser.close();
  }
}
