import assert from "node:assert/strict";
import { address, Api, baseURL } from "../lib/api.mjs";

const card = ".clip.current .pcard.on";
const layer = "#sheet .checkout-layer";

/**
 * Clip → card at its second → sheet → address → order → paid → back to the clip, which was never left and has played on
 * all the while. `browser` is an adapter of lib/browsers/, so the same steps run in every engine.
 */
export async function buyFromClip(browser) {
  const [video] = (await new Api().get("/api/v1/videos")).items;
  const clip = `/v/${video.id}`;
  await browser.goto(baseURL + clip);
  await browser.click(card);
  await browser.click('#sheet [data-testid="sheet-buy"]');
  for (const name of ["name", "phone"]) await browser.fill(`${layer} [name="${name}"]`, address[name]);
  for (const name of ["province", "city"]) await browser.choose(`${layer} [name="${name}"]`, address[name]);
  for (const name of ["district", "line1"]) await browser.fill(`${layer} [name="${name}"]`, address[name]);
  await browser.click(`${layer} [data-testid="pay"]`);
  await browser.click(`${layer} [name="outcome"][value="success"]`);
  await browser.visible(`${layer} .done`);
  assert.equal(new URL(await browser.url()).pathname, clip, "the clip was left");
  await plays(browser, "behind the paid order");
  await browser.click(`${layer} [data-done]`);
  await browser.gone("#sheet[open]");
  assert.equal(new URL(await browser.url()).pathname, clip, "the clip was left");
  await plays(browser, "after the sheet is closed");
}

/** Two looks at the clip's time, which starts again at its end, must differ. */
async function plays(browser, when) {
  const time = () => browser.evaluate('document.querySelector(".clip.current video").currentTime');
  const before = await time();
  for (let look = 0; look < 20; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    if ((await time()) !== before) return;
  }
  assert.fail(`the clip stands still ${when}`);
}
