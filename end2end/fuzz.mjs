/**
 * Asks every operation of the published API for things it cannot know, cannot read or would rather not get.
 * Whatever comes in, the answer is no 5xx, no stack trace, and if it refuses, a problem document.
 *
 *     BASE_URL=http://127.0.0.1:3000 node end2end/fuzz.mjs [rounds] [seed]
 */
import { randomUUID } from "node:crypto";

const base = process.env.BASE_URL ?? "http://127.0.0.1:3000";
const rounds = Number(process.argv[2] ?? 40);
const seed = Number(process.argv[3] ?? Date.now() % 1e9);

/** The same seed asks the same questions (mulberry32). */
let state = seed;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const hostile = [
  "", " ", "\u0000", "\u202e", "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1 --", "%00", "%ff", "𠮷".repeat(300),
  "x".repeat(5000), "null", "-1", "1e309", "NaN", "{}", "[]", "\"", "\\", "\r\nSet-Cookie: a=b", "盖碗", "0", "9".repeat(40),
];
const wrong = [null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, -2147483649, "", [], {}, [[]], "x".repeat(70)];

const document = await (await fetch(`${base}/api/v1/openapi.json`)).json();
const prefix = document.servers?.[0]?.url ?? "";
const schemas = document.components?.schemas ?? {};

/** Something that fits `schema`, or with some luck almost. */
function value(schema, depth = 0) {
  if (!schema || depth > 8) return null;
  if (random() < 0.06) return pick(wrong);
  if (schema.$ref) return value(schemas[schema.$ref.split("/").pop()], depth + 1);
  if (schema.enum) return pick(schema.enum);
  const several = schema.oneOf ?? schema.anyOf;
  if (several) return value(pick(several), depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => value(part, depth + 1)));
  const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
  switch (type) {
    case "object": {
      const made = {};
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(name) ? random() > 0.04 : random() > 0.5) made[name] = value(property, depth + 1);
      }
      if (random() < 0.05) made[pick(hostile)] = pick(wrong);
      return made;
    }
    case "array":
      return Array.from({ length: random() < 0.03 ? 500 : Math.floor(random() * 4) }, () => value(schema.items, depth + 1));
    case "integer":
      return pick([0, 1, 2, 3, 99, 100, -1, 2147483647, 2147483648, schema.minimum ?? 1, schema.maximum ?? 5]);
    case "number":
      return pick([0, 1.5, -1, 1e300]);
    case "boolean":
      return random() < 0.5;
    case "null":
      return null;
    default:
      return text(schema);
  }
}

function text(schema) {
  if (random() < 0.3) return pick(hostile);
  if (schema.example !== undefined) return schema.example;
  if (schema.format === "uuid") return pick([randomUUID(), ...ids]);
  return pick(["tea", "13800138000", "99.00", "浙江省", "杭州市", "1"]);
}

/** Ids that exist, so that some questions get past the door. */
const ids = [];
const answer = await fetch(`${base}${prefix}/products?limit=5`);
for (const product of (await answer.json()).items ?? []) {
  ids.push(product.id);
  if (product.only_sku) ids.push(product.only_sku);
}
if (ids.length === 0) ids.push(randomUUID());

const { token } = await (await fetch(`${base}${prefix}/sessions/guest`, { method: "POST" })).json();

const faults = new Map();
const counts = {};
const fault = (operation, what) => faults.set(`${operation}: ${what}`, (faults.get(`${operation}: ${what}`) ?? 0) + 1);

async function ask(method, path, operation) {
  const name = `${method.toUpperCase()} ${path}`;
  let url = path;
  const query = new URLSearchParams();
  const headers = { accept: "application/json" };
  if (random() < 0.8) headers.authorization = `Bearer ${random() < 0.95 ? token : pick(["x", "é", ""])}`;
  for (const parameter of operation.parameters ?? []) {
    const sample = random() < 0.25 ? pick(hostile) : String(value(parameter.schema));
    if (parameter.in === "path") url = url.replace(`{${parameter.name}}`, encodeURIComponent(sample.toWellFormed()) || "%20");
    if (parameter.in === "query" && (parameter.required || random() < 0.5)) query.append(parameter.name, sample.toWellFormed());
    if (parameter.in === "header" && random() < 0.9) headers[parameter.name] = random() < 0.9 ? randomUUID() : "k";
  }
  let body;
  const content = operation.requestBody?.content;
  if (content) {
    const kind = Object.keys(content)[0];
    headers["content-type"] = random() < 0.95 ? kind : "text/plain";
    if (kind === "application/json") {
      body = JSON.stringify(value(content[kind].schema));
      if (random() < 0.05) body = pick([body.slice(0, -1), "[".repeat(2000), " ".repeat(70_000), "\u0000"]);
    } else {
      body = Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)));
    }
  }
  const suffix = query.size > 0 ? `?${query}` : "";
  let response;
  try {
    response = await fetch(base + prefix + url + suffix, { method, headers, body, signal: AbortSignal.timeout(20_000) });
  } catch (error) {
    // Node refuses some header values by itself; anything else is a broken connection.
    if (!(error instanceof TypeError && /header/i.test(String(error.message)))) fault(name, `no answer (${error.message})`);
    return;
  }
  const said = await response.text();
  counts[response.status] = (counts[response.status] ?? 0) + 1;
  if (response.status >= 500) fault(name, `${response.status} for ${url}${suffix} ${String(body).slice(0, 300)} ${said.slice(0, 200)}`);
  if (/panicked|stack backtrace|\.rs:\d+|sqlx|SELECT |INSERT |sea_orm/.test(said)) fault(name, `insides shown: ${said.slice(0, 200)}`);
  if (response.status >= 400) problem(name, response, said);
}

function problem(name, response, said) {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return fault(name, `${response.status} as ${response.headers.get("content-type")}`);
  }
  let read;
  try {
    read = JSON.parse(said);
  } catch {
    return fault(name, `${response.status} is no JSON`);
  }
  const complete = read.status === response.status && typeof read.code === "string" && typeof read.title === "string" && read.title !== "";
  if (!complete) fault(name, `incomplete problem ${said.slice(0, 200)}`);
  if (response.status === 429 && !response.headers.get("retry-after")) fault(name, "429 without Retry-After");
}

let operations = 0;
for (const [path, item] of Object.entries(document.paths)) {
  for (const method of ["get", "put", "post", "delete", "patch"].filter((method) => item[method])) {
    operations += 1;
    // One after the other within an operation, so that the seed decides the order.
    for (let round = 0; round < rounds; round += 1) await ask(method, path, item[method]);
  }
}

for (const [what, count] of faults) console.error(`${what} (${count}×)`);
console.log(JSON.stringify({ seed, operations, rounds, statuses: counts, faults: faults.size }));
process.exitCode = faults.size === 0 ? 0 : 1;
