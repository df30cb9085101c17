import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What sticks to an edge covers whatever is below it just now; scrolling uncovers that. */
const unstick = () => {
  for (const element of document.querySelectorAll("body *")) {
    if (getComputedStyle(element).position === "sticky") element.style.position = "static";
  }
};

/** WCAG 2.2 AA as far as axe can tell, in both colour schemes. Leaves the page in the dark one. */
export async function expectAccessible(page, { within } = {}) {
  for (const colorScheme of ["light", "dark"]) {
    // Without motion: axe would measure the contrast of what is just fading in.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(unstick);
    let axe = new AxeBuilder({ page }).withTags(rules);
    if (within) axe = axe.include(within);
    const { violations } = await axe.analyze();
    expect(violations.map(brief), `axe, ${colorScheme}`).toEqual([]);
  }
}

function brief({ id, help, nodes }) {
  const places = nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.any[0]?.message ?? node.html}`);
  return [`${id}: ${help} (${nodes.length} places)`, ...places].join("\n  ");
}
