import { randomUUID } from "node:crypto";

/** The shop under test; scripts/with-shop sets it. */
export const baseURL = process.env.BASE_URL ?? "http://127.0.0.1:3000";

/** Where test parcels go. */
export const address = {
  name: "林小满",
  phone: "13800138000",
  country: "CN",
  province: "浙江省",
  city: "杭州市",
  district: "西湖区",
  line1: "龙井路 1 号",
  postcode: "310013",
};

/** An answer other than 2xx; `code` is the problem's stable code. */
export class ApiError extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path}: ${status} ${JSON.stringify(problem)}`);
    this.status = status;
    this.code = problem?.code;
    this.problem = problem;
  }
}

/** One caller of the REST API: anonymous, or whoever the token names. */
export class Api {
  constructor({ base = baseURL, token, locale } = {}) {
    this.base = base;
    this.token = token;
    this.locale = locale;
  }

  static async guest({ base, locale } = {}) {
    const { token } = await new Api({ base }).post("/api/v1/sessions/guest");
    return new Api({ base, token, locale });
  }

  /** One of the demo accounts, such as `viewer@demo.test`. */
  static async login(email, password = "vitrine-demo", base) {
    const { token } = await new Api({ base }).post("/api/v1/sessions", { email, password });
    return new Api({ base, token });
  }

  get(path) {
    return this.send("GET", path);
  }

  /** A fresh idempotency key unless the test names one. */
  post(path, body, { key = randomUUID() } = {}) {
    return this.send("POST", path, body, { "idempotency-key": key });
  }

  async send(method, path, body, headers = {}) {
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.locale ? { "accept-language": this.locale } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.includes("json") && text !== "";
    const value = json ? JSON.parse(text) : text;
    if (!answer.ok) throw new ApiError(method, path, answer.status, value);
    return value;
  }

  /** Every item of a paged list. */
  async all(path) {
    const items = [];
    let cursor = null;
    do {
      const joint = path.includes("?") ? "&" : "?";
      const page = await this.get(cursor === null ? path : `${path}${joint}cursor=${encodeURIComponent(cursor)}`);
      items.push(...page.items);
      cursor = page.next ?? null;
    } while (cursor !== null);
    return items;
  }

  /** Places orders for `lines` at the total that the shop itself quotes; one order per shop. */
  async order(lines, { to = address, source, key } = {}) {
    const { total } = await this.post("/api/v1/quotes", { lines, address: to });
    const { orders } = await this.post("/api/v1/orders", { lines, address: to, expected_total: total, source }, { key });
    return orders;
  }

  /** Starts a payment and lets the sandbox provider end it; "success" answers with the payment. */
  async pay(order, outcome = "success") {
    const payment = await this.post(`/api/v1/orders/${order.id}/payments`, { method: "wechat" });
    await this.post(`/sandbox/payments/${payment.payment_id}`, { outcome });
    return payment;
  }

  /** Products that can be bought, of one creator. */
  async onSale(creator) {
    const all = await this.all(`/api/v1/products?limit=100&creator=${creator}`);
    return all.filter((product) => product.stock > 20);
  }

  /** The first variant of a product with enough pieces for every test. */
  async sku({ id }) {
    const { skus } = await this.get(`/api/v1/products/${id}`);
    return skus.find((sku) => sku.stock > 20) ?? skus.find((sku) => sku.stock > 0);
  }

  /** Moves the demo shop's clock; due timers have run when it answers. */
  advance(seconds) {
    return this.post("/dev/clock", { advance_seconds: seconds });
  }
}
