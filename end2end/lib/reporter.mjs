/** One line per test, the whole story of each failure, and the closing line that CI reads. */
export default class Reporter {
  passed = 0;
  failed = 0;

  onTestEnd(test, result) {
    if (result.status === "skipped") return;
    const ok = result.status === test.expectedStatus;
    this[ok ? "passed" : "failed"] += 1;
    console.log(`${ok ? "ok  " : "FAIL"} ${test.titlePath().slice(1).join(" › ")} (${result.duration} ms)`);
    if (ok) return;
    for (const error of result.errors) console.log(error.stack ?? error.message ?? error.value);
    for (const { name, path } of result.attachments) if (path) console.log(`  ${name}: ${path}`);
  }

  /** What has no test to belong to, such as a file that does not load. */
  onError(error) {
    this.failed += 1;
    console.log(error.stack ?? error.message ?? error.value);
  }

  onEnd() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
  }

  printsToStdio() {
    return true;
  }
}
