import { expect } from "@playwright/test";
import { pages } from "./pages.mjs";

/** The clip in view: its film, the product card on screen now, the sheet over it. */
export function clipOn(page) {
  const film = page.locator(".clip.current video");
  return {
    film,
    card: page.locator(".clip.current").getByTestId("clip-card").filter({ visible: true }),
    sheet: page.getByRole("dialog"),
    layer: page.locator("#sheet .checkout-layer"),

    /** Opens the clip and waits until its part of the program has taken over. */
    async open(video) {
      await page.goto(`/v/${video.id}`);
      await expect(page.locator(".clip.current.timed")).toHaveAttribute("data-video", video.id);
      await expect.poll(() => film.evaluate(({ readyState }) => readyState), { message: "the film loads" }).toBeGreaterThan(1);
    },

    /** Stops the film at a second of its own. */
    stopAt(seconds) {
      return film.evaluate((video, time) => {
        video.pause();
        video.currentTime = time;
      }, seconds);
    },

    /** It runs: not paused, and two looks at its time differ (it starts again at its end). */
    async expectPlaying() {
      const look = () => film.evaluate(({ paused, currentTime }) => ({ paused, currentTime }));
      const before = await look();
      await expect.poll(async () => (await look()).currentTime, { message: "the clip plays on" }).not.toBe(before.currentTime);
      expect((await look()).paused).toBe(false);
    },
  };
}

/** The newest of the clips that were there before the tests began: the studio's tests publish others meanwhile. */
export async function demoClip(api) {
  const known = new Set(Object.values(pages()).flat().map(({ path }) => path));
  return (await api.all("/api/v1/videos")).find(({ id }) => known.has(`/v/${id}`));
}
