// Quiet music for the clips, computed: plucked strings for tea, soft guitar with night air for camps, a music box for books. Notes wrap round the end, so clips loop.
import { rng } from './kit.mjs';
export function wav(mood, key, seconds) {
  const R = 44100, N = Math.round(R * seconds), L = new Float32Array(N), Rr = new Float32Array(N), r = rng(key * 77 + 5);
  const hz = n => 440 * 2 ** ((n - 69) / 12), put = (i, v, pan) => { const k = ((i % N) + N) % N; L[k] += v * Math.cos(pan * 1.57); Rr[k] += v * Math.sin(pan * 1.57); };
  const pluck = (at, n, amp, dec, bright, pan) => { const P = Math.round(R / hz(n)), b = Float32Array.from({ length: P }, () => r() * 2 - 1); for (let k = 0; k < bright; k++) for (let i = 0; i < P; i++) b[i] = (b[i] + b[(i + 1) % P]) / 2; let p = 0; const s = Math.round(at * R), len = Math.min(N, R * dec); for (let i = 0; i < len; i++) { const v = b[p], q = (p + 1) % P; b[p] = (v + b[q]) * .4985; put(s + i, v * amp * Math.min(1, i / 60) * (1 - i / len), pan); p = q; } };
  const bell = (at, n, amp, pan) => { const f = hz(n), s = Math.round(at * R), len = R * 2.6; for (let i = 0; i < len; i++) { const t = i / R; put(s + i, amp * (Math.sin(6.2832 * f * t) * Math.exp(-t * 2) + .35 * Math.sin(6.2832 * f * 3.01 * t) * Math.exp(-t * 5) + .12 * Math.sin(6.2832 * f * 5.4 * t) * Math.exp(-t * 9)) * Math.min(1, i / 40), pan); } };
  const pad = (n, amp, ph) => { const cyc = Math.round(hz(n) * seconds) / seconds; for (let i = 0; i < N; i++) { const t = i / R, lfo = .6 + .4 * Math.sin(6.2832 * (t / seconds * 2) + ph); put(i, amp * lfo * (Math.sin(6.2832 * cyc * t) + .3 * Math.sin(6.2832 * cyc * 2 * t + 1)), .5); } };
  const air = (amp, cut) => { let a = 0, first = 0; for (let i = 0; i < N + 4000; i++) { a += ((r() * 2 - 1) - a) * cut; put(i, a * amp * (i < 4000 ? i / 4000 : i >= N ? 1 - (i - N) / 4000 : 1), .5); } };
  const penta = [0, 2, 4, 7, 9, 12, 14, 16], base = 57 + (key % 8);
  if (mood === 'tea') { pad(base - 12, .035, 0); pad(base - 5, .022, 2); air(.05, .02); for (let t = .3, i = 0; t < seconds - .2; i++) { const n = base + penta[Math.floor(r() * 8)]; pluck(t, n, .3, 3, 5, .35 + r() * .3); if (r() < .3) pluck(t + .12, n + 5, .14, 2.4, 6, .6); t += [.5, .75, 1, 1.5][Math.floor(r() * 4)]; } }
  else if (mood === 'camp') { pad(base - 17, .03, 0); air(.12, .04); const ch = [[0, 7, 12, 16], [-3, 4, 9, 12], [5, 9, 12, 17], [-5, 2, 7, 11]]; for (let b = 0; b < seconds / 3; b++) ch[b % 4].concat([12, 7]).forEach((n, i) => pluck(b * 3 + i * .5, base - 12 + n, .26, 2.8, 7, .3 + i * .07)); for (let t = 0; t < seconds; t += .8 + r()) { const s = Math.round(t * R); for (let i = 0; i < R * .25; i++) put(s + i, .006 * Math.sin(6.2832 * 4200 * i / R) * (Math.sin(6.2832 * 38 * i / R) > 0 ? 1 : 0) * Math.sin(Math.PI * i / (R * .25)), .8); } }
  else { pad(base - 12, .02, 1); const mel = [7, 12, 16, 14, 12, 9, 7, 4, 9, 12, 14, 12, 7, 4, 2, 0]; for (let i = 0, t = .1; t < seconds - .3; i++, t += .5) { if (r() < .82) bell(t, base + 12 + mel[(i + key) % 16], .13, .3 + r() * .4); if (i % 4 === 0) bell(t, base + [0, -3, -7, -5][(i / 4) % 4], .1, .5); } }
  // a soft echo, normalised to -20 dBFS or so
  for (const ch of [L, Rr]) { const c = Float32Array.from(ch); for (const [dl, g] of [[.11, .22], [.23, .16], [.37, .1]]) { const o = Math.round(dl * R); for (let i = 0; i < N; i++) ch[(i + o) % N] += c[i] * g; } }
  let m = 0; for (let i = 0; i < N; i++) m = Math.max(m, Math.abs(L[i]), Math.abs(Rr[i]));
  const b = Buffer.alloc(44 + N * 4); b.write('RIFF', 0); b.writeUInt32LE(36 + N * 4, 4); b.write('WAVEfmt ', 8); b.writeUInt32LE(16, 16); b.writeUInt16LE(1, 20); b.writeUInt16LE(2, 22); b.writeUInt32LE(R, 24); b.writeUInt32LE(R * 4, 28); b.writeUInt16LE(4, 32); b.writeUInt16LE(16, 34); b.write('data', 36); b.writeUInt32LE(N * 4, 40);
  for (let i = 0; i < N; i++) { b.writeInt16LE(Math.round(L[i] / m * 14000), 44 + i * 4); b.writeInt16LE(Math.round(Rr[i] / m * 14000), 46 + i * 4); }
  return b;
}
