import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { cpuMs, rssMb } from "./proc.mjs";

const binary = process.env.VITRINE ?? fileURLToPath(new URL("../../../target/release/vitrine", import.meta.url));

/** Starts a demo shop and waits until `path` answers 200; `startMs` is how long that took. */
export async function startServer({ folder, database, env = {}, path = "/readyz" }) {
  mkdirSync(folder, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const base = `http://${address}`;
  const settings = {
    ...process.env,
    DATABASE_URL: database,
    VITRINE_ADDR: address,
    VITRINE_BASE_URL: base,
    VITRINE_MEDIA: `file://${folder}/media`,
    RUST_LOG: "warn",
    ...env,
  };
  const log = `${folder}/log`;
  const output = openSync(log, "a");
  const started = performance.now();
  const child = spawn(binary, ["serve", "--demo"], { cwd: folder, env: settings, stdio: ["ignore", output, output] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.once("exit", () => child.kill("SIGKILL"));

  while (!(await answers(base + path))) {
    const late = performance.now() - started > 60_000;
    if (child.exitCode !== null || late) {
      throw new Error(`the server ${late ? "was not ready in time" : "ended"}:\n${readFileSync(log, "utf8").slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    base,
    startMs: performance.now() - started,
    cpu: () => cpuMs(child.pid),
    rssMb: () => Math.round(rssMb(child.pid)),
    /** Throws if an invariant of the shop is broken. */
    audit: () => execFileSync(binary, ["audit"], { cwd: folder, env: settings, encoding: "utf8" }),
    /** Ends it as a power cut would: nothing is finished, nothing is tidied up. */
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      const kill = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(kill);
    },
  };
}

async function answers(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
