import { Api } from "./api.mjs";
import { become } from "./session.mjs";

const sessions = new Map();

/** Makes a browser the owner of a demo shop; one session per worker, since sign-ins are limited. */
export async function work(context, email) {
  if (!sessions.has(email)) sessions.set(email, await Api.login(email));
  await become(context, sessions.get(email));
  return sessions.get(email);
}

/** The products of a window's draft, in order. */
export const order = (page) => page.locator("[data-item]").evaluateAll((rows) => rows.map((row) => row.dataset.item));

/** The titles of a showcase's page, or of one in a frame, as a visitor reads them: what is pinned first. */
export const shownIn = (page) => page.locator(":is(.pins, .goods) h3").allInnerTexts();
