import { round } from "./lib/load.mjs";
import { owner } from "./lib/owner.mjs";

const skus = 10_000;
const each = 5;

/** SKUs per second from the upload of a table until all of it is on sale: checked, applied and written as a shop does it. */
export async function csvImport(server) {
  const shop = await owner(server);
  const [{ category }] = await shop.goods();
  const pictures = await shop.pictures();
  const rows = ["product,category,title_zh,title_en,pictures,option1_zh,option1_values_zh,choice,code,price,stock,weight_g"];
  for (let product = 0; product < skus / each; product += 1) {
    const own = `天青釉盖碗 ${product},Celadon gaiwan ${product},${pictures[product % pictures.length]},釉色,天青|甜白|梅子青|影青|霁蓝`;
    for (let sku = 1; sku <= each; sku += 1) {
      rows.push(`p${product},${sku === 1 ? category : ""},${sku === 1 ? own : ",,,,"},${sku},S${sku},168.00,20,300`);
    }
  }
  const form = new FormData();
  form.set("file", new Blob([rows.join("\n")], { type: "text/csv" }), "bench.csv");
  form.set("list", "1");
  const started = performance.now();
  const page = await shop.send("/fn/studio/import/check", form);
  const id = new URL(page, server.base).searchParams.get("id");
  if (!id) throw new Error(`the table was refused: ${page}`);
  await shop.send("/fn/studio/import/apply", new URLSearchParams({ id }));
  for (;;) {
    const html = await shop.read(page);
    const [, max] = html.match(/<progress[^>]*max="(\d+)"/) ?? [];
    const [, value] = html.match(/<progress[^>]*value="(\d+)"/) ?? [];
    if (max !== undefined && max === value && !html.includes('http-equiv="refresh"')) break;
    if (performance.now() - started > 120_000) throw new Error(`the import does not end: ${value} of ${max}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return round((skus * 1000) / (performance.now() - started), 0);
}
