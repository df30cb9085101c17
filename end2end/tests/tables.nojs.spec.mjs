// The operator's tables by plain forms.
import { keepTables } from "../journeys/tables.mjs";
import { test } from "../lib/test.mjs";

test("categories, fees, deposits and agreements are kept from a day on", async ({ page, context }) => {
  test.setTimeout(120_000);
  await keepTables({ page, context, mark: `nojs-${Date.now()}` });
});
