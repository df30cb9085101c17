// A headless Chromium driven over its debugging pipe: no packages needed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
export async function chrome() {
  const bin = process.env.CHROMIUM || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) || 'chromium';
  const dir = mkdtempSync(join(tmpdir(), 'vitrine-art-'));
  const p = spawn(bin, ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb', '--force-device-scale-factor=1', '--allow-file-access-from-files', `--user-data-dir=${dir}`, '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  let id = 0, buf = Buffer.alloc(0), chunks = [];
  const wait = new Map(), listeners = [];
  p.stdio[4].on('data', d => {
    let i; while ((i = d.indexOf(0)) >= 0) { chunks.push(d.subarray(0, i)); const m = JSON.parse(Buffer.concat(chunks)); chunks = []; d = d.subarray(i + 1); if (m.id) { const w = wait.get(m.id); wait.delete(m.id); m.error ? w[1](new Error(m.error.message)) : w[0](m.result); } else for (const l of [...listeners]) l(m); }
    if (d.length) chunks.push(d);
  });
  const send = (method, params = {}, sessionId) => new Promise((ok, no) => { wait.set(++id, [ok, no]); p.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0'); });
  return {
    async page(w, h) {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const s = (m, a) => send(m, a, sessionId);
      await s('Page.enable');
      const size = (w, h) => s('Emulation.setDeviceMetricsOverride', { width: w, height: h, deviceScaleFactor: 1, mobile: false });
      await size(w, h);
      await s('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
      return {
        size,
        open: url => new Promise((ok, no) => { const l = m => { if (m.sessionId === sessionId && m.method === 'Page.loadEventFired') { listeners.splice(listeners.indexOf(l), 1); ok(); } }; listeners.push(l); s('Page.navigate', { url }).catch(no); }),
        eval: async e => { const r = await s('Runtime.evaluate', { expression: e, awaitPromise: true, returnByValue: true }); if (r.exceptionDetails) throw new Error(r.exceptionDetails.exception?.description || r.exceptionDetails.text); return r.result.value; },
        shot: async (w, h) => Buffer.from((await s('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, width: w, height: h, scale: 1 } })).data, 'base64'),
      };
    },
    close: async () => { await send('Browser.close').catch(() => {}); p.kill(); await new Promise(r => p.exitCode !== null || p.signalCode ? r() : p.on('exit', r)); rmSync(dir, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 }); },
  };
}
