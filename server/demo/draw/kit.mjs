// Drawing kit of the demo art: the light, the surfaces and the turned bodies that all pictures share.
// Everything is a plain SVG string; ids are made unique per picture.
const f = n => +(+n).toFixed(1);
export const mix = (a, b, t) => {
  const p = h => { h = h.replace('#', ''); if (h.length === 3) h = [...h].map(c => c + c).join(''); return [0, 2, 4].map(i => parseInt(h.slice(i, i + 2), 16)); };
  const x = p(a), y = p(b);
  return '#' + x.map((v, i) => Math.round(v + (y[i] - v) * t).toString(16).padStart(2, '0')).join('');
};
export const rng = seed => () => { seed |= 0; seed = seed + 0x6D2B79F5 | 0; let t = Math.imul(seed ^ seed >>> 15, 1 | seed); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296; };
/** Five tones of a turned body lit from the upper left. */
export const tones = (c, shade = '#2a1808', gloss = 0.5) => [mix(c, shade, .2), mix(c, '#ffffff', gloss), c, mix(c, shade, .46), mix(c, '#ffffff', gloss * .35)];
export const SERIF = "font-family=\"'Noto Serif CJK SC','Source Han Serif SC',serif\" font-weight=\"700\"";
export const SANS = "font-family=\"'Noto Sans CJK SC','Source Han Sans SC',sans-serif\" font-weight=\"700\"";

export class Pic {
  constructor(w = 1200, h = 1200, title = '') { this.w = w; this.h = h; this.title = title; this.defs = ''; this.n = 0; this.back = ''; this.front = ''; this.over = ''; this.xf = ''; this.cache = new Map(); }
  def(s) { const k = s; if (this.cache.has(k)) return this.cache.get(k); const id = 'k' + (this.n++).toString(36); this.defs += s.replace('ID', id); this.cache.set(k, id); return id; }
  url(s) { return `url(#${this.def(s)})`; }
  stops(st) { return st.map((s, i) => { const [c, o, a] = Array.isArray(s) ? s : [s, i / (st.length - 1)]; return `<stop offset="${o}" stop-color="${c}"${a === undefined ? '' : ` stop-opacity="${a}"`}/>`; }).join(''); }
  lin(st, x2 = 0, y2 = 1) { return this.url(`<linearGradient id="ID" x1="0" y1="0" x2="${x2}" y2="${y2}">${this.stops(st)}</linearGradient>`); }
  rad(st, cx = .4, cy = .35, r = .75) { return this.url(`<radialGradient id="ID" cx="${cx}" cy="${cy}" r="${r}">${this.stops(st)}</radialGradient>`); }
  turn(c, gloss = .5, shade) { const t = tones(c, shade, gloss); return this.lin([[t[0], 0], [t[1], .24], [t[2], .5], [t[3], .86], [t[4], 1]], 1, 0); }
  blur(sd) { return this.url(`<filter id="ID" x="-500" y="-500" width="${this.w + 1000}" height="${this.h + 1000}" filterUnits="userSpaceOnUse"><feGaussianBlur stdDeviation="${sd}"/></filter>`); }
  noise(rgb = '.16 .06 .02', freq = .9, seed = 4, k = .5, cut = -.21) { const [r, g, b] = rgb.split(' '); return this.url(`<filter id="ID" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${freq}" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${k} 0 0 0 ${cut}"/></filter>`); }
  clip(d) { return this.url(`<clipPath id="ID"><path d="${d}"/></clipPath>`); }
  ell(cx, cy, rx, ry, fill, x = '') { return `<ellipse cx="${f(cx)}" cy="${f(cy)}" rx="${f(rx)}" ry="${f(ry)}" fill="${fill}" ${x}/>`; }
  path(d, fill, x = '') { return `<path d="${d}" fill="${fill}" ${x}/>`; }
  line(d, c, w, x = '') { return `<path d="${d}" fill="none" stroke="${c}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${x}/>`; }
  rect(x, y, w, h, fill, r = 0, e = '') { return `<rect x="${f(x)}" y="${f(y)}" width="${f(w)}" height="${f(h)}" rx="${r}" fill="${fill}" ${e}/>`; }
  text(x, y, s, size, fill, o = {}) { return `<text x="${f(x)}" y="${f(y)}" font-size="${size}" fill="${fill}" text-anchor="${o.a || 'middle'}" ${o.sans ? SANS : SERIF} ${o.sp ? `letter-spacing="${o.sp}"` : ''} ${o.x || ''}>${s}</text>`; }
  /** A column of characters, read from above. */
  column(x, y, s, size, fill, step = 1.1, o = {}) { return [...s].map((c, i) => this.text(x, y + size * .88 + i * size * step, c, size, fill, o)).join(''); }
  seal(x, y, s, w = 54, fill = '#b8361f', ink = '#fbf0e0') { const h = w * (s.length > 1 ? 1.28 : 1); return this.rect(x, y, w, h, fill, 6) + this.column(x + w / 2, y + w * .12, s, w * (s.length > 1 ? .5 : .72), ink, 1.08); }

  /** Wall, table, window light, shade of leaves. */
  room(o = {}) {
    const { wall = ['#f1e7d8', '#d9c4a5'], table = ['#e3d1b6', '#cdb391'], horizon = 800, ink = '#6b4a26', leaves = 0, glow = .75, gx = 350, gy = 250, wood, shade = .16 } = o, { w, h } = this;
    this.back += this.rect(0, 0, w, h, this.lin(wall, .5, 1));
    const lg = (x, y, r, a) => this.url(`<radialGradient id="ID" cx="${x}" cy="${y}" r="${r}" gradientUnits="userSpaceOnUse">${this.stops([['#fff8ea', 0, a], ['#fff8ea', .55, a * .3], ['#fff8ea', 1, 0]])}</radialGradient>`);
    this.back += this.rect(0, 0, w, h, lg(gx, gy, w * .75, glow));
    if (o.window) this.back += `<g filter="${this.blur(22)}" opacity="${o.window === true ? .5 : o.window}" fill="#fff6dd"><path d="M${w * .5} ${h * -.05}L${w * .74} ${h * -.1}L${w * .62} ${h * .5}L${w * .36} ${h * .58}Z"/><path d="M${w * .78} ${h * -.1}L${w * 1.02} ${h * -.16}L${w * .92} ${h * .42}L${w * .66} ${h * .49}Z"/></g>`;
    if (wood) {
      this.back += this.rect(0, horizon, w, h - horizon, this.lin([wood, mix(wood, '#1a0d05', .35)]));
      let y = horizon, g = ''; for (let i = 0; y < h; i++) { y += 9 + i * 4.5; g += this.line(`M-10 ${f(y)}C${w * .3} ${f(y - 6)} ${w * .7} ${f(y + 8)} ${w + 10} ${f(y - 3)}`, '#1c0e06', f(1.4 + i * .3)); }
      this.back += `<g opacity=".35" filter="${this.blur(1)}">${g}</g>` + this.rect(0, horizon, w, h - horizon, lg(w * .36, horizon + 60, w * .5, .42)) + this.rect(0, horizon - 4, w, 14, '#2a180c', 0, `opacity=".35" filter="${this.blur(6)}"`);
    } else this.back += this.rect(-80, horizon, w + 160, h - horizon + 80, this.lin(table), 0, `filter="${this.blur(26)}"`) + this.rect(0, horizon, w, h - horizon, lg(w * .4, horizon + 130, w * .52, glow * .55));
    if (leaves !== null) this.back += `<g filter="${this.blur(12)}" opacity="${o.leafOp ?? .2}" fill="${ink}">${LEAVES[leaves % LEAVES.length].map(a => frond(...a)).join('')}</g>`;
    this.over += this.rect(0, 0, w, h, this.rad([['#2a1a0c', .55, 0], ['#2a1a0c', 1, shade]], .46, .46, .78));
  }
  /** Contact shadow falling to the right. */
  shadow(cx, y, rx, ry = rx * .17, c = '#3a2410', k = 1) {
    return this.ell(cx + rx * .5, y + 8, rx * 1.25, ry * 1.6, c, `filter="${this.blur(44)}" opacity="${.32 * k}"`) + this.ell(cx + rx * .18, y + 2, rx * 1.06, ry * 1.12, c, `filter="${this.blur(18)}" opacity="${.42 * k}"`) + this.ell(cx + 5, y, rx * .97, ry * .88, c, `filter="${this.blur(6)}" opacity="${.6 * k}"`);
  }
  /** Path of a turned body. prof: [[y, radius] …] from the mouth down; k: how round the ellipses look. */
  prof(cx, prof, k = .19) {
    const sp = (p, s) => { let d = ''; for (let i = 0; i < p.length - 1; i++) { const a = p[Math.max(0, i - 1)], b = p[i], c = p[i + 1], e = p[Math.min(p.length - 1, i + 2)]; d += `C${f(b[0] + (c[0] - a[0]) / 6)} ${f(b[1] + (c[1] - a[1]) / 6)} ${f(c[0] - (e[0] - b[0]) / 6)} ${f(c[1] - (e[1] - b[1]) / 6)} ${f(c[0])} ${f(c[1])}`; } return d; };
    const R = prof.map(([y, r]) => [cx + r, y]), L = prof.map(([y, r]) => [cx - r, y]).reverse(), b = prof.at(-1)[1], t = prof[0][1];
    return `M${f(R[0][0])} ${f(R[0][1])}${sp(R)}A${f(b)} ${f(b * k)} 0 0 1 ${f(cx - b)} ${f(L[0][1])}${sp(L)}A${f(t)} ${f(t * k)} 0 0 1 ${f(R[0][0])} ${f(R[0][1])}Z`;
  }
  /** Shaded solid in a path: gradient, core shadow right, gloss left, floor light. */
  solid(d, box, c, o = {}) {
    const { gloss = .5, shade = '#2a1808', inner = '', hi = .75, core = .42, fill, floor = .25, matte } = o, [x, y, w, h] = box;
    let s = this.path(d, fill || this.turn(c, gloss, shade));
    s += `<g clip-path="${this.clip(d)}">${inner}` + this.rect(x - 60, y - 100, w + 120, h + 200, this.lin([['#fff', 0, .16], ['#fff', .35, 0], [shade, .6, 0], [shade, 1, core]]));
    s += this.ell(x + w * .88, y + h * .62, w * .15, h * .62, shade, `filter="${this.blur(f(Math.max(8, w * .07)))}" opacity="${core * .85}"`);
    s += this.ell(x + w * .26, y + h * .36, w * .085, h * .36, '#fff', `filter="${this.blur(f(Math.max(5, w * .042)))}" opacity="${hi * (matte ? .45 : .8)}"`);
    if (!matte) s += this.ell(x + w * .235, y + h * .3, w * .026, h * .2, '#fff', `filter="${this.blur(f(Math.max(2, w * .01)))}" opacity="${hi}"`);
    if (floor) s += this.ell(x + w * .5, y + h * 1.02, w * .42, h * .08, '#f3d5a8', `filter="${this.blur(18)}" opacity="${floor}"`);
    if (o.grain) s += this.rect(x - 10, y - 40, w + 20, h + 90, '#000', 0, `filter="${this.noise(o.grainRgb || '.16 .06 .02', o.grainFreq || .9)}" opacity="${o.grain}"`);
    return s + (o.top || '') + '</g>';
  }
  turned(cx, prof, c, o = {}) { const k = o.k ?? .19, d = this.prof(cx, prof, k), m = Math.max(...prof.map(p => p[1])), y0 = prof[0][0], y1 = prof.at(-1)[0]; return this.solid(d, [cx - m, y0, m * 2, y1 - y0 + prof.at(-1)[1] * k], c, o); }
  /** Open mouth: rim, inside, optional liquid. */
  mouth(cx, y, r, c, o = {}) {
    const { k = .19, rim = mix(c, '#ffffff', .6), inside = c, liquid, lv = .12, wall = .955, shade = '#2a1808' } = o, ry = r * k;
    let s = this.ell(cx, y, r, ry, this.lin([[mix(rim, shade, .08), 0], [mix(rim, '#ffffff', .7), .24], [rim, .5], [mix(rim, shade, .34), .86], [mix(rim, '#ffffff', .2), 1]], 1, 0));
    s += this.ell(cx, y + r * .008, r * wall, ry * wall * .95, this.lin([mix(inside, shade, .45), mix(inside, '#ffffff', .35)]));
    if (liquid) { const id = this.clip(`M${f(cx - r * wall)} ${y}A${f(r * wall)} ${f(ry * wall)} 0 1 0 ${f(cx + r * wall)} ${y}A${f(r * wall)} ${f(ry * wall)} 0 1 0 ${f(cx - r * wall)} ${y}Z`);
      const yy = y + r * lv, rr = r * (wall - lv * .42);
      s += `<g clip-path="${id}">` + this.ell(cx, yy, rr, rr * k, this.rad([mix(liquid, '#ffffff', .42), liquid, mix(liquid, '#200a00', .5)], .42, .6, .66)) + this.ell(cx - r * .32, yy + 2, r * .36, r * .055, '#fff', `filter="${this.blur(7)}" opacity=".6"`) + this.line(`M${f(cx - rr)} ${f(yy)}A${f(rr)} ${f(rr * k)} 0 0 0 ${f(cx + rr)} ${f(yy)}`, mix(liquid, '#ffffff', .62), 3, 'opacity=".7"') + '</g>'; }
    return s;
  }
  arc(cx, y, r, k, c, w, x = '') { return this.line(`M${f(cx - r)} ${f(y)}A${f(r)} ${f(r * k)} 0 0 0 ${f(cx + r)} ${f(y)}`, c, w, x); }
  steam(x, y, h = 200, o = .5) { return `<g fill="none" stroke="#fff" stroke-linecap="round" filter="${this.blur(12)}" opacity="${o}"><path d="M${x} ${y}C${x - 40} ${y - h * .35} ${x + 40} ${y - h * .6} ${x} ${y - h}" stroke-width="15"/><path d="M${x + 60} ${y + 6}C${x + 90} ${y - h * .3} ${x + 20} ${y - h * .5} ${x + 64} ${y - h * .8}" stroke-width="11"/></g>`; }
  plinth(cx, y, r, c = '#e9d9c2', hgt = 80, k = .2) { return this.ell(cx + 90, y + hgt + 20, r * 1.12, r * k + 12, '#5a3316', `filter="${this.blur(34)}" opacity=".38"`) + this.path(`M${cx - r} ${y}V${y + hgt}A${r} ${r * k} 0 0 0 ${cx + r} ${y + hgt}V${y}Z`, this.turn(c, .45, '#6b4326')) + this.ell(cx, y, r, r * k, this.lin([mix(c, '#ffffff', .6), mix(c, '#ffffff', .25), mix(c, '#6b4326', .22)], 1, .5)); }
  slab(x, y, w, h = 34, c = '#4b4642', d = 70) { return this.rect(x + 20, y + d * (d > 150 ? .78 : .4), w, h + d * (d > 150 ? .22 : .6), '#1d120a', 20, `filter="${this.blur(26)}" opacity=".45"`) + this.path(`M${x + d * .55} ${y}H${x + w - d * .55}L${x + w} ${y + d}H${x}Z`, this.lin([mix(c, '#ffffff', .3), mix(c, '#ffffff', .08)], 1, .4)) + this.rect(x, y + d, w, h, this.lin([mix(c, '#ffffff', .12), mix(c, '#000000', .4)]), 4); }
  board(cx, y, r, c = '#b78a5a', hgt = 40, k = .22) { let rings = ''; for (let i = 1; i < 6; i++) rings += this.ell(cx - 12, y, r * i / 6.2, r * i / 6.2 * k, 'none', `stroke="${mix(c, '#3a1d08', .4)}" stroke-width="2" opacity=".35"`); return this.ell(cx + 60, y + hgt + 16, r * 1.1, r * k, '#2f1c0a', `filter="${this.blur(26)}" opacity=".45"`) + this.path(`M${cx - r} ${y}V${y + hgt}A${r} ${r * k} 0 0 0 ${cx + r} ${y + hgt}V${y}Z`, this.turn(mix(c, '#3a1d08', .35), .3)) + this.ell(cx, y, r, r * k, this.lin([mix(c, '#ffffff', .5), mix(c, '#ffffff', .2), mix(c, '#3a1d08', .15)], 1, .4)) + rings; }
  /** A pile of rolled leaves. */
  pile(cx, cy, rx, ry, cols, n = 70, seed = 1, len = 46, wid = .36) { const r = rng(seed); let s = this.ell(cx + 6, cy + ry * .5, rx * 1.1, ry * .9, '#2d1c0c', `filter="${this.blur(12)}" opacity=".5"`); for (let i = 0; i < n; i++) { const a = r() * 6.283, q = Math.sqrt(r()), x = cx + Math.cos(a) * rx * q, y = cy + Math.sin(a) * ry * q - (1 - q) * ry * .5; s += leaf(x, y, len * (.6 + r() * .6), r() * 360, wid, cols[i % cols.length]); } return s; }
  put(s, tf = '') { this.front += tf ? `<g transform="${tf}">${s}</g>` : s; return this; }
  /** full picture, or only the thing on transparent ground. */
  svg(cut = false) { return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.w} ${this.h}" width="${this.w}" height="${this.h}" role="img"><title>${this.title}</title><defs>${this.defs}</defs>${cut ? '' : this.back}<g id="thing"${this.xf ? ` transform="${this.xf}"` : ''}>${this.front}</g>${cut ? '' : this.over}</svg>`; }
}
export const leaf = (x, y, l, deg, wid, fill, ex = '') => { const a = deg * Math.PI / 180, c = Math.cos(a), s = Math.sin(a), w = l * wid, p = (u, v) => `${f(x + u * c - v * s)} ${f(y + u * s + v * c)}`; return `<path d="M${p(0, 0)}C${p(l * .3, -w)} ${p(l * .75, -w * .8)} ${p(l, 0)}C${p(l * .7, w * .55)} ${p(l * .3, w * .7)} ${p(0, 0)}Z" fill="${fill}" ${ex}/>`; };
export const frond = (x, y, len, deg, n = 9, leafLen = 120, wid = .4) => { let s = ''; const a = deg * Math.PI / 180; for (let i = 1; i <= n; i++) { const t = i / n, px = x + Math.cos(a) * len * t, py = y + Math.sin(a) * len * t + t * t * 60, l = leafLen * (1.1 - t * .5); s += leaf(px, py, l, deg - 58 + t * 16, wid, '') + leaf(px, py, l, deg + 62 - t * 16, wid, ''); } s += leaf(x + Math.cos(a) * len, y + Math.sin(a) * len + 60, leafLen * .6, deg, wid, ''); return s.replaceAll('fill=""', '') + `<path d="M${f(x)} ${f(y)}Q${f(x + Math.cos(a) * len * .5)} ${f(y + Math.sin(a) * len * .5)} ${f(x + Math.cos(a) * len)} ${f(y + Math.sin(a) * len + 60)}" fill="none" stroke-width="9" stroke="#5a3a1a"/>`; };
const LEAVES = [
  [[1220, 60, 520, 142], [1240, 420, 330, 152, 7, 100]],
  [[-30, 40, 480, 38], [1230, 240, 300, 160, 6, 100]],
  [[1230, -20, 620, 118, 10, 140], [900, -60, 300, 100, 6, 100]],
  [[-40, 330, 420, -22, 7, 110], [1240, 30, 380, 138, 7, 110]],
  [[1240, 150, 560, 165, 9, 120]],
  [[-40, -20, 560, 48, 9, 130], [260, -60, 320, 70, 6, 90]],
];
/** Shift the colours of a finished drawing: fn gets and gives [h, s, l] (0-360, 0-1, 0-1). */
export const recolour = (svg, fn) => svg.replace(/#([0-9a-f]{6}|[0-9a-f]{3})\b/gi, (m, h) => {
  if (h.length === 3) h = [...h].map(c => c + c).join('');
  const [r, g, b] = [0, 2, 4].map(i => parseInt(h.slice(i, i + 2), 16) / 255), mx = Math.max(r, g, b), mn = Math.min(r, g, b), d = mx - mn, l = (mx + mn) / 2;
  const s = d ? d / (1 - Math.abs(2 * l - 1)) : 0, hh = !d ? 0 : mx === r ? 60 * (((g - b) / d + 6) % 6) : mx === g ? 60 * ((b - r) / d + 2) : 60 * ((r - g) / d + 4);
  const o = fn([hh, s, l], m); if (!o) return m; if (typeof o === 'string') return o;
  const [H, S, L] = [((o[0] % 360) + 360) % 360, Math.min(1, Math.max(0, o[1])), Math.min(1, Math.max(0, o[2]))], a = S * Math.min(L, 1 - L);
  return '#' + [0, 8, 4].map(n => { const k = (n + H / 30) % 12; return Math.round(255 * (L - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)))).toString(16).padStart(2, '0'); }).join('');
});
