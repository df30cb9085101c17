/**
 * Runs `operation(n)` by `clients` callers, each starting the next as soon as its last has ended: `count` times in all, or
 * until `seconds` are over, whichever comes first. Any error ends the run. Answers with what was done and how long each took.
 */
export async function drive(operation, { clients, count, seconds = Infinity }) {
  const latencies = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let next = 0;
  const client = async () => {
    while (next < count && performance.now() < end) {
      const n = next;
      next += 1;
      const from = performance.now();
      await operation(n);
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { operations: latencies.length, ms: performance.now() - started, latencies };
}

/** CPU ms per operation as `cpu()` counts it, after a warm-up. */
export async function cpuPerOperation(cpu, operation, { clients = 8, count = 20_000, seconds = 5, warmUp = 100 } = {}) {
  await drive(operation, { clients, count: warmUp });
  const before = cpu();
  const { operations } = await drive((n) => operation(warmUp + n), { clients, count, seconds });
  return round((cpu() - before) / operations, 3);
}

/** The value that the given share of the values does not exceed. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

export const round = (value, digits = 1) => Number(value.toFixed(digits));
