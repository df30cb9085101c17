// The operator's tables, in a browser with scripts.
import { keepTables } from "../journeys/tables.mjs";
import { test } from "../lib/test.mjs";

test("categories, fees, deposits and agreements are kept from a day on", async ({ page, context, locale, viewport }) => {
  test.setTimeout(120_000);
  await keepTables({ page, context, mark: `${locale}-${viewport?.width}-${Date.now()}`.toLowerCase() });
});
