/**
 * How every tool here starts Debian's Chromium: as root it has no sandbox, and what it would fetch for itself in
 * the background must not fail a test on a machine without the Internet.
 */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
  ],
};
