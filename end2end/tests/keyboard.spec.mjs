// Every page of people and back office by keyboard alone: Tab reaches all that can be used, shows where it is, and is not
// caught anywhere. Nobody looks at a phone with a keyboard, so one screen is enough.
import { privatePages } from "../lib/private-pages.mjs";
import { become } from "../lib/session.mjs";
import { expect, test } from "../lib/test.mjs";

/** Walks the page by Tab until it begins anew; what was left out, not shown, or covered. */
async function walk(page) {
  await page.evaluate(prepare);
  // The frame of a window has a page of its own in it.
  for (let step = 0; step < 3_000; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(arrive)) break;
  }
  return page.evaluate(() => window.walked.report());
}

function prepare() {
  const usable = "a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";
  const name = (element) => element.outerHTML.slice(0, 140);
  const group = (element) => (element.type === "radio" ? `${element.name} of ${element.form?.action ?? ""}` : element);
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.closest("[inert]");
  const wanted = new Map([...document.querySelectorAll(usable)].filter(seen).map((element) => [group(element), element]));
  const reached = new Set();
  const faults = [];
  const nearby = (element) => [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling].filter(Boolean);
  const outlined = (element) => ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  window.walked = {
    last: null,
    arrive() {
      const here = document.activeElement;
      // A date has several places of its own, a frame a page.
      if (here === this.last) return false;
      if (here === document.body || reached.has(group(here))) return this.last !== null;
      this.last = here;
      reached.add(group(here));
      if (here.tagName === "IFRAME") return false;
      if (!nearby(here).some((element) => outlined(element)(getComputedStyle(element)))) faults.push(`no mark: ${name(here)}`);
      const shown = here.matches(".sr") ? here.closest("label") ?? here : here;
      const boxes = [...shown.getClientRects()];
      const hit = boxes.some(({ left, top, width, height }) =>
        [0.5, 0.1, 0.9].some((x) => [0.5, 0.1, 0.9].some((y) => {
          const found = document.elementFromPoint(left + width * x, top + height * y);
          return found && (shown.contains(found) || found.contains(shown));
        })));
      if (!hit) faults.push(`covered: ${name(here)}`);
      return false;
    },
    report: () => [...faults, ...[...wanted].filter(([key, element]) => !reached.has(key) && element.isConnected).map(([, element]) => `not reached: ${name(element)}`)],
  };
}

const arrive = () => window.walked.arrive();

const { token, list, desk, shop } = privatePages();
for (const [who, { token: session, list: pages }] of [["a viewer", { token, list }], ["the operator", desk], ["a shop", shop]]) {
  test.describe(who, () => {
    test.beforeEach(({ context }, { project }) => {
      test.skip(project.name !== "desktop-en");
      return become(context, { token: session });
    });

    for (const { name, path } of pages) {
      test(name, async ({ page }) => {
        await page.goto(path);
        // Islands have woken up.
        await page.waitForLoadState("networkidle");
        expect(await walk(page)).toEqual([]);
      });
    }
  });
}
