import { Api, baseURL } from "./api.mjs";

/**
 * The demo's viewer with something in the bag, an order to pay and a paid one: `{token, list}`, the session and every page
 * that only they see, `{name, path}`; the same of the operator in `desk` and of a shop's owner in `shop`. One session for all tests: sign-ins are limited.
 */
export async function furnish() {
  const viewer = await Api.login("viewer@demo.test");
  const [first, second] = await viewer.onSale("books");
  const line = async (product) => ({ sku_id: (await viewer.sku(product)).id, quantity: 1 });
  const [paid] = await viewer.order([await line(second)]);
  const success = await viewer.pay(paid);
  const [open] = await viewer.order([await line(second)]);
  const waiting = await viewer.post(`/api/v1/orders/${open.id}/payments`, { method: "wechat" });
  await viewer.post("/api/v1/cart/lines", await line(first));
  const [address] = (await viewer.get("/api/v1/addresses")).items ?? [];
  const page = (name, path) => ({ name, path });
  const token = async (email) => (await Api.login(email)).token;
  const desks = { seller: await token("tea@demo.test"), rival: await token("books@demo.test"), linked: await token("market@demo.test"), operator: await token("operator@demo.test") };
  return {
    token: viewer.token,
    // Of the back office, for the tests of its screens.
    desks,
    shop: { token: desks.seller, list: sellerPages(page) },
    desk: await furnishDesk(page, desks.operator),
    list: [
      page("bag", "/cart"),
      page("checkout", "/checkout?cart=1"),
      page("checkout, foreign address", "/checkout?cart=1&abroad=1"),
      page("cashier, waiting", `/pay/${waiting.payment_id}`),
      page("cashier, paid", `/pay/${success.payment_id}`),
      page("orders", "/orders"),
      page("orders, none", "/orders?tab=done"),
      page("order, waiting", `/orders/${open.id}`),
      page("order, paid", `/orders/${paid.id}`),
      page("me", "/me"),
      page("studio", "/studio"),
      page("opening a showcase", "/studio/open"),
      ...["mode", "subject", "shop", "categories", "documents", "agreements"].map((step) => page(`opening, ${step}`, `/studio/open?step=${step}`)),
      page("addresses", "/me/addresses"),
      page("new address", "/me/addresses?new=1"),
      ...(address ? [page("address", `/me/addresses?edit=${address.id}`)] : []),
    ],
  };
}

/** The back office of a shop. */
const sellerPages = (page) => [
  page("studio of a shop", "/studio"),
  page("window", "/studio/window"),
  page("products", "/studio/products"),
  page("new product", "/studio/products/new"),
  page("import", "/studio/products/import"),
  page("groups of products", "/studio/products/groups"),
  page("products in no group", "/studio/products?group=none"),
  page("clips", "/studio/clips"),
  page("new clip", "/studio/clips/new"),
  page("people", "/studio/staff"),
  page("what people did", "/studio/staff/log?what=product"),
  page("violations of a shop", "/studio/violations"),
  page("deposit", "/studio/deposit"),
  page("closing", "/studio/closing"),
  page("selection", "/studio/selection"),
  page("samples", "/studio/selection/samples"),
  page("promotion", "/studio/promotion"),
  page("requests for samples", "/studio/promotion/samples"),
];

/** The operator's session and pages, with the demo's application. */
async function furnishDesk(page, token) {
  const queue = await fetch(`${baseURL}/console/applications`, { headers: { cookie: `vitrine_session=${token}` } });
  const [application] = /\/console\/applications\/[0-9a-f-]{36}/.exec(await queue.text()) ?? [];
  const tree = await fetch(`${baseURL}/console/categories`, { headers: { cookie: `vitrine_session=${token}` } });
  const [category] = /\/console\/categories\?id=[0-9a-f-]{36}/.exec(await tree.text()) ?? [];
  return {
    token,
    list: [
      page("applications", "/console/applications"),
      page("applications, open", "/console/applications?state=open"),
      page("rules", "/console/rules"),
      page("platforms", "/console/platforms"),
      page("platforms, direct shops", "/console/platforms?mode=direct"),
      page("category requests", "/console/wishes"),
      page("categories", "/console/categories"),
      ...(category ? [page("a category", category), page("a fee to be", `/console/fees?what_if=1&category=${category.split("=")[1]}&rate=3.5`)] : []),
      page("fees", "/console/fees"),
      page("deposits", "/console/deposits"),
      page("agreements", "/console/agreements"),
      page("review of products", "/console/products"),
      page("review of clips", "/console/clips"),
      page("people", "/console/users"),
      page("people, found", "/console/users?q=tea"),
      page("violations", "/console/violations"),
      page("a violation to be", "/console/violations/new?address=/c/tea"),
      ...(application ? [page("an application", application)] : []),
    ],
  };
}

/** What `furnish` made, in a test. */
export const privatePages = () => JSON.parse(process.env.VITRINE_PRIVATE);
