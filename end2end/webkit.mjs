// The journeys in WebKit. BASE_URL names a demo shop: scripts/with-shop xvfb-run -a node end2end/webkit.mjs
import { buyFromClip } from "./journeys/buy.mjs";
import { openWebKit } from "./lib/browsers/webkit.mjs";
import { runJourneys } from "./lib/run-journeys.mjs";

await runJourneys(openWebKit, [buyFromClip]);
