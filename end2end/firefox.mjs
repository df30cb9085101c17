// The journeys in Firefox. BASE_URL names a demo shop: scripts/with-shop node end2end/firefox.mjs
import { buyFromClip } from "./journeys/buy.mjs";
import { openFirefox } from "./lib/browsers/firefox.mjs";
import { runJourneys } from "./lib/run-journeys.mjs";

await runJourneys(openFirefox, [buyFromClip]);
