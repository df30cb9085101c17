import { randomUUID } from "node:crypto";
import { Pool } from "undici";

/** Kept-alive connections to one server; cheap enough to leave the machine to it. */
export class Client {
  constructor(base, connections = 8) {
    this.pool = new Pool(base, { connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 });
  }

  /** Answers with `{status, text}`, whatever the status. */
  async send(method, path, { token, body, key } = {}) {
    const headers = { accept: body === undefined ? "*/*" : "application/json" };
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    if (method === "POST") headers["idempotency-key"] = key ?? randomUUID();
    const answer = await this.pool.request({ method, path, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return { status: answer.statusCode, text: await answer.body.text() };
  }

  /** The JSON of a 2xx answer; anything else is an error. */
  async json(method, path, options) {
    const { status, text } = await this.send(method, path, options);
    if (status < 200 || status > 299) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`);
    return text === "" ? null : JSON.parse(text);
  }

  /** Fetches and throws away; must be 200. */
  async fetch(path) {
    const { status, text } = await this.send("GET", path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text.slice(0, 500)}`);
  }

  close() {
    return this.pool.close();
  }
}
