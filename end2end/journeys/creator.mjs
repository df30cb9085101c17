import { test } from "../lib/test.mjs";
import { arrangeWindow } from "./arrange.mjs";
import { fillShop } from "./fill.mjs";
import { publishClip } from "./film.mjs";
import { openShowcase } from "./open.mjs";
import { buyFromShowcase } from "./sell.mjs";

/** Nobody becomes a creator with a shop, a clip and a window, and somebody else buys from it. */
export async function becomeCreator(scene) {
  const shop = await test.step("open a showcase", () => openShowcase(scene));
  const titles = await test.step("five products", () => fillShop(scene));
  await test.step("a clip with two timed cards", () => publishClip(scene));
  const shown = await test.step("arrange, look, publish", () => arrangeWindow({ ...scene, titles }));
  await test.step("a viewer buys and pays", () => buyFromShowcase({ ...scene, handle: shop.handle, titles: shown }));
}
