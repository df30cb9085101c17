import { readFileSync, readdirSync } from "node:fs";

// The kernel counts CPU time for user space in hundredths of a second, whatever its own clock.
const msPerTick = 10;

/** CPU time of a process so far in ms, all its threads, also ended ones. */
export function cpuMs(pid) {
  const { own } = stat(pid);
  return own;
}

/** CPU time in ms of a process, its children, and the children that have ended: a whole PostgreSQL cluster by its first process. */
export function familyCpuMs(pid) {
  let sum = stat(pid).own + stat(pid).reaped;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const other = stat(name);
      if (other.parent === pid) sum += other.own;
    } catch {
      // It ended while we looked; its parent counts it as reaped next time.
    }
  }
  return sum;
}

/** Resident memory of a process in MB. */
export function rssMb(pid) {
  const kb = Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);
  return kb / 1024;
}

function stat(pid) {
  const line = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in brackets may hold spaces and brackets. What follows starts with field 3 of proc(5).
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const field = (number) => Number(fields[number - 3]);
  return { parent: field(4), own: (field(14) + field(15)) * msPerTick, reaped: (field(16) + field(17)) * msPerTick };
}
