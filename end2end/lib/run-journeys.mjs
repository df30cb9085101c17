/** Runs every journey in a fresh browser each and closes with the line that CI reads. */
export async function runJourneys(open, journeys) {
  let failed = 0;
  for (const journey of journeys) {
    let browser;
    const started = Date.now();
    try {
      browser = await open();
      await journey(browser);
      const complaints = browser.complaints();
      if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join("\n")}`);
      console.log(`ok   ${browser.name} › ${journey.name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${browser?.name ?? "browser"} › ${journey.name} (${Date.now() - started} ms)\n${error.stack}`);
    } finally {
      await browser?.close().catch((error) => console.log(`closing: ${error}`));
    }
  }
  console.log(`${journeys.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
