import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const seconds = 3;

// Python's own SQLite, because Node 20 has none: one row per durable commit, as many as fit in the time.
const sqliteScript = `
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, note TEXT)")
count, start = 0, time.monotonic()
while time.monotonic() - start < ${seconds}:
    db.execute("INSERT INTO bare (note) VALUES ('x')")
    count += 1
print(count / (time.monotonic() - start))
`;

/** INSERTs per second, one per durable commit, by one client: what the disk allows whoever writes one by one. */
export function sqliteInserts(folder) {
  return Math.round(Number(execFileSync("python3", ["-c", sqliteScript, `${folder}/bare.db`], { encoding: "utf8" })));
}

/** The same on PostgreSQL. */
export function postgresInserts(folder, url) {
  const bin = process.env.POSTGRES_BIN ?? "/usr/lib/postgresql/15/bin";
  execFileSync(`${bin}/psql`, [url, "--quiet", "-c", "CREATE TABLE bare (id BIGSERIAL PRIMARY KEY, note TEXT)"]);
  const script = `${folder}/bare.sql`;
  writeFileSync(script, "INSERT INTO bare (note) VALUES ('x');\n");
  const options = ["--no-vacuum", `--time=${seconds}`, "--client=1", "--protocol=prepared", `--file=${script}`];
  const report = execFileSync(`${bin}/pgbench`, [...options, url], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return Math.round(Number(report.match(/^tps = ([\d.]+)/m)[1]));
}
