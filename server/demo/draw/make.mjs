// The steps behind ../build; what it needs is said there.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, mkdtempSync } from 'node:fs';
import { spawn, execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
const here = join(dirname(fileURLToPath(import.meta.url)), '..'), artDir = join(here, 'art'), media = join(here, 'media');
const args = process.argv.slice(2), force = args.includes('--force'), [step, ...only] = args.filter(a => !a.startsWith('--'));
const wants = n => !only.length || only.some(o => n.startsWith(o));
const SIZES = n => n.startsWith('cover-') ? [640, 1600] : n.startsWith('avatar-') ? [96, 320] : n.startsWith('clip-') ? [320, 720] : [160, 320, 640, 1200];
const newer = (out, src) => !force && existsSync(out) && statSync(out).mtimeMs >= statSync(src).mtimeMs;
const put = (f, s) => { if (!existsSync(f) || readFileSync(f, 'utf8') !== s) writeFileSync(f, s); };
const base = n => readFileSync(join(artDir, 'base', n + '.svg'), 'utf8');

/** name -> {svg, cut}: all stills. */
async function drawings() {
  const { recolour } = await import('./kit.mjs'), out = {};
  const cut = s => { const i = s.indexOf('</defs>') + 7, b = s.slice(i), m = b.search(/<g transform="translate\([-\d. ]+\)scale\([\d.]+\)">/); return m < 0 ? null : s.slice(0, i) + b.slice(m, b.lastIndexOf('<rect x="0" y="0"')) + '</svg>'; };
  const keep = (n, s) => { out[n] = { svg: s, cut: cut(s) }; };
  for (const n of ['tea-cup', 'tea-gaiwan', 'tea-gaiwan-plum', 'tea-gaiwan-white', 'tea-linen', 'tea-pet', 'tea-teapot', 'tea-teapot-duan', 'tea-tin', 'tea-tin-dancong', 'tea-tin-silver', 'out-backpack', 'out-headlamp', 'out-mug', 'out-stove', 'out-tent', 'book-moon', 'book-seed', 'book-tree', 'book-whale', 'cover-tea', 'avatar-tea']) keep(n, base(n));
  keep('avatar-books', base('avatar-book')); keep('avatar-outdoor', base('avatar-camp'));
  const hue = (n, from, fn, m = cut) => keep(n, (s => { const c = m(s), body = c.slice(c.indexOf('</defs>') + 7, -6), used = new Set([...body.matchAll(/url\(#(\w+)\)/g)].map(x => x[1])); return s.replace(/<(linearGradient|radialGradient) id="(\w+)"[\s\S]*?<\/\1>/g, (g, t, id) => used.has(id) ? recolour(g, fn) : g).replace(body, recolour(body, fn)); })(base(from)));
  const turn = (lo, hi, dh, ks = 1, kl = 1) => ([h, s, l]) => h >= lo && h <= hi && s > .12 ? [h + dh, s * ks, l * kl] : null;
  hue('tea-linen-indigo', 'tea-linen', turn(0, 30, 200, .75)); hue('out-backpack-slate', 'out-backpack', ([h, s, l]) => h > 20 && h < 50 && s > .4 ? [205, s * .5, l] : null); hue('out-mug-cream', 'out-mug', ([h, s, l]) => h > 120 && h < 180 && s > .1 ? [40, .46, Math.min(.97, .58 + l * .62)] : null); hue('out-mug-red', 'out-mug', ([h, s, l]) => h > 120 && h < 180 && s > .1 ? [9, .62, .1 + l * 1.35] : null); hue('out-tent-green', 'out-tent', ([h, s, l]) => h >= 8 && h < 30 && s > .35 && l < .72 ? [128, s * .42, l * .95] : null, s => s);
  for (const m of ['tea', 'outdoor', 'books']) for (const [n, f] of Object.entries((await import(`./${m}.mjs`)).art)) { const p = f(); out[n] = { svg: p.svg(), cut: p.svg(true) }; }
  const { covers } = await import('./scenes.mjs'); for (const [n, f] of Object.entries(covers)) out[n] = { svg: f().svg() };
  return out;
}
async function draw() { const d = await drawings(); for (const [n, { svg }] of Object.entries(d)) put(join(artDir, n + '.svg'), svg); console.log(`art: ${Object.keys(d).length} drawings`); }
// a close-up is the drawing itself, seen from nearer: <name>-detail
const near = n => n.endsWith('-detail'), source = n => join(artDir, (near(n) ? n.slice(0, -7) : n) + '.svg');
const stills = async () => [...readdirSync(artDir).filter(f => f.endsWith('.svg')).map(f => f.slice(0, -4)), ...(await import('../catalog.mjs')).default.products.flatMap(p => p.pictures.filter(near))].sort();
const webp = (png, outs) => execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', png, '-filter_complex', `split=${outs.length}${outs.map((_, i) => `[s${i}]`).join('')};` + outs.map(([w], i) => `[s${i}]scale=${w}:-2:flags=lanczos[o${i}]`).join(';'), ...outs.flatMap(([w, f], i) => ['-map', `[o${i}]`, '-frames:v', '1', '-c:v', 'libwebp', '-quality', w <= 320 ? '82' : '79', '-compression_level', '6', '-preset', 'picture', f])]);
async function render() {
  const { chrome } = await import('./chrome.mjs'); mkdirSync(media, { recursive: true });
  const todo = (await stills()).filter(n => wants(n) && SIZES(n).some(w => !newer(join(media, `${n}.${w}.webp`), source(n)))); if (!todo.length) return console.log('pictures: up to date');
  const tmp = mkdtempSync(join(tmpdir(), 'vitrine-')), c = await chrome(), p = await c.page(1200, 1200);
  for (const [i, n] of todo.entries()) { const s = readFileSync(source(n), 'utf8'), [, w, h] = s.match(/viewBox="0 0 (\d+) (\d+)"/).map(Number), svg = join(tmp, 'x.svg'); writeFileSync(svg, near(n) ? s.replace(/viewBox="[^"]+"/, `viewBox="${n.startsWith('book-') ? '350 330' : '320 370'} 560 560"`) : s); await p.size(w, h); await p.open(pathToFileURL(svg).href); const png = join(tmp, 'x.png'); writeFileSync(png, await p.shot(w, h)); webp(png, SIZES(n).map(x => [x, join(media, `${n}.${x}.webp`)])); if (i % 10 === 9) console.log(`  ${i + 1}/${todo.length}`); }
  await c.close(); rmSync(tmp, { recursive: true }); console.log(`pictures: ${todo.length} rendered`);
}
async function clips() {
  const { chrome } = await import('./chrome.mjs'), { clips: all, length } = await import('./clips.mjs'), { rooms } = await import('./scenes.mjs'), { wav } = await import('./music.mjs'), d = await drawings();
  const FPS = 24, names = Object.keys(all).filter(n => wants(n) && (force || only.length || !existsSync(join(media, n + '.mp4')) || SIZES(n).some(w => !existsSync(join(media, `${n}.${w}.webp`))))); if (!names.length) return console.log('clips: up to date');
  mkdirSync(media, { recursive: true }); const tmp = mkdtempSync(join(tmpdir(), 'vitrine-')), c = await chrome(), p = await c.page(1200, 1200), have = {};
  const layer = async key => { if (have[key]) return have[key]; const [k, n] = key.includes(':') ? key.split(':') : [rooms[key] ? 'room' : 'cut', key]; const svg = k === 'base' ? base(n).replace(/<rect x="0" y="760" width="720" height="520"[^>]*\/>/, '') : k === 'pic' ? d[n].svg : k === 'room' ? rooms[n]().svg() : d[n].cut; const [, w, h] = svg.match(/viewBox="0 0 (\d+) (\d+)"/).map(Number), f = join(tmp, key.replace(':', '-')), z = k === 'base' ? 1.25 : 1; writeFileSync(f + '.svg', svg.replace(/width="\d+" height="\d+" role/, `width="${w * z}" height="${h * z}" role`)); await p.size(w * z, h * z); await p.open(pathToFileURL(f + '.svg').href); writeFileSync(f + '.png', await p.shot(w * z, h * z)); return have[key] = pathToFileURL(f + '.png').href; };
  for (const n of names) {
    const cl = all[n], keys = new Set(cl.shots.flatMap(s => [s.bg, ...s.things.map(t => t.img)])), urls = {}; for (const k of keys) urls[k] = await layer(k);
    await p.size(720, 1280); await p.open(pathToFileURL(join(here, 'draw/stage.html')).href);
    // pictures as data: a canvas may not be read back after drawing a file
    for (const k of keys) urls[k] = 'data:image/png;base64,' + readFileSync(fileURLToPath(have[k])).toString('base64');
    const T = await p.eval(`load(${JSON.stringify(cl)}, ${JSON.stringify(urls)})`), F = Math.round(T * FPS), sound = join(tmp, 'a.wav'), out = join(media, n + '.mp4'); writeFileSync(sound, wav(cl.mood, cl.key, T));
    const ff = spawn('ffmpeg', ['-v', 'error', '-y', '-f', 'image2pipe', '-framerate', `${FPS}`, '-c:v', 'mjpeg', '-i', '-', '-i', sound, '-c:v', 'libx264', '-preset', 'medium', '-crf', '25', '-maxrate', '520k', '-bufsize', '900k', '-pix_fmt', 'yuv420p', '-vf', 'scale=in_range=full:out_range=tv', '-colorspace', 'bt709', '-profile:v', 'high', '-aq-mode', '3', '-g', '48', '-c:a', 'aac', '-b:a', '64k', '-t', `${T}`, '-movflags', '+faststart', '-map_metadata', '-1', '-fflags', '+bitexact', out], { stdio: ['pipe', 'inherit', 'inherit'] });
    const done = new Promise((ok, no) => ff.on('close', x => x ? no(new Error('ffmpeg ' + x)) : ok()));
    for (let i = 0; i < F; i += 8) for (const b of await p.eval(`[${Array.from({ length: Math.min(8, F - i) }, (_, k) => (i + k) / FPS)}].map(t => grab(t))`)) if (!ff.stdin.write(Buffer.from(b, 'base64'))) await new Promise(r => ff.stdin.once('drain', r));
    ff.stdin.end(); await done;
    const still = join(tmp, 'p.jpg'); writeFileSync(still, Buffer.from(await p.eval(`grab(${cl.poster ?? 2.3}, 1)`), 'base64')); webp(still, SIZES(n).map(w => [w, join(media, `${n}.${w}.webp`)]));
    console.log(`  ${n} ${T} s ${(statSync(out).size / 1024).toFixed(0)} KB`);
  }
  await c.close(); rmSync(tmp, { recursive: true }); console.log(`clips: ${names.length} made`);
}
async function catalog() { const { default: data } = await import('../catalog.mjs'); put(join(here, 'catalog.json'), JSON.stringify(data, null, 1) + '\n'); console.log(`catalogue: ${data.products.length} products, ${data.videos.length} clips, ${data.reviews.length} reviews`); }
function check() {
  const bad = [], no = (c, m) => { if (!c) bad.push(m); }, d = JSON.parse(readFileSync(join(here, 'catalog.json'), 'utf8')), files = new Set(readdirSync(media)), used = new Set();
  const pic = (n, w) => { used.add(n); for (const s of SIZES(n)) no(files.has(`${n}.${s}.webp`), `${w}: no picture ${n}.${s}.webp`); };
  const two = (t, w) => no(t && typeof t.zh === 'string' && t.zh && typeof t.en === 'string' && t.en, `${w}: text not in both languages`);
  const uniq = (xs, w) => { const s = new Set(); for (const x of xs) { no(!s.has(x), `${w}: ${x} twice`); s.add(x); } return s; };
  const cats = uniq(d.categories.map(c => c.code), 'category'), shops = uniq(d.shops.map(s => s.code), 'shop'), fr = uniq(d.freight.map(f => f.code), 'freight'), creators = uniq(d.creators.map(c => c.handle), 'creator'), prods = uniq(d.products.map(p => p.code), 'product'), skus = uniq(d.products.flatMap(p => p.skus.map(s => s.code)), 'sku'); uniq(d.videos.map(v => v.code), 'video');
  for (const c of d.categories) { two(c.name, c.code); no(c.parent === null || cats.has(c.parent), `${c.code}: parent ${c.parent}`); for (const [k, v] of Object.entries(c.fee_bp)) no(v >= 100 && v <= 500, `${c.code}: fee ${k} ${v}`); }
  const leafs = new Set(d.categories.filter(c => c.parent).map(c => c.code));
  for (const s of d.shops) { two(s.name, s.code); no(fr.has(s.freight), `${s.code}: freight ${s.freight}`); }
  for (const c of d.creators) { two(c.name, c.handle); two(c.bio, c.handle); pic(c.avatar, c.handle); pic(c.cover, c.handle); no(shops.has(c.shop), `${c.handle}: shop`); }
  for (const p of d.products) {
    const w = p.code; two(p.title, w); two(p.subtitle, w); for (const l of ['zh', 'en']) no([...p.title[l]].length >= 3 && [...p.title[l]].length <= 60, `${w}: title ${l} has ${[...p.title[l]].length} characters`);
    no(shops.has(p.shop), `${w}: shop`); no(leafs.has(p.category), `${w}: category ${p.category}`); no(p.pictures.length && p.pictures.length === p.picture_alts.length, `${w}: alts`); p.pictures.forEach(x => pic(x, w)); p.picture_alts.forEach(a => two(a, w));
    for (const x of p.description) { if (x.picture) { pic(x.picture, w); two(x.alt, w); } else two(x.text, w); } for (const a of Object.values(p.attributes)) two(a, w); for (const o of p.options) { two(o.name, w); o.values.forEach(v => two(v, w)); }
    no(p.skus.length && p.skus.length <= 12, `${w}: ${p.skus.length} SKUs`); uniq(p.skus.map(s => s.values.join('/')), `${w} sku values`);
    for (const s of p.skus) { no(s.values.length === p.options.length && s.values.every((v, i) => p.options[i].values[v]), `${s.code}: values`); no(Number.isInteger(s.price_fen) && s.price_fen >= 3900 && s.price_fen <= 268000, `${s.code}: price ${s.price_fen}`); no(s.market_fen === null || s.market_fen > s.price_fen, `${s.code}: market price`); no(s.stock >= 0 && s.weight_g > 0, `${s.code}: stock or weight`); if (s.picture) pic(s.picture, s.code); }
  }
  for (const s of d.showcases) { no(creators.has(s.handle), 'showcase'); for (const g of s.groups) { two(g.name, s.handle); g.products.forEach(x => no(prods.has(x), `showcase ${s.handle}: ${x}`)); } [...s.pinned, ...s.hidden].forEach(x => no(prods.has(x), `showcase ${s.handle}: ${x}`)); }
  for (const v of d.videos) {
    two(v.caption, v.code); no(creators.has(v.creator), v.code); pic(v.poster, v.code); no(v.cards.length >= 1 && v.cards.length <= 4, `${v.code}: cards`); for (const c of v.cards) no(prods.has(c.product) && c.from_ms >= 0 && c.from_ms < c.to_ms && c.to_ms <= v.duration_ms, `${v.code}: card ${c.product}`);
    const f = join(media, v.clip + '.mp4'); if (!existsSync(f)) { bad.push(`${v.code}: no ${v.clip}.mp4`); continue; } no(statSync(f).size <= 1024 * 1024, `${v.clip}: ${statSync(f).size} bytes`); const b = readFileSync(f); no(b.indexOf('moov') < b.indexOf('mdat'), `${v.clip}: not faststart`);
    try { const q = JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', f])), vs = q.streams.find(s => s.codec_type === 'video'), as = q.streams.find(s => s.codec_type === 'audio'); no(vs.codec_name === 'h264' && vs.width === 720 && vs.height === 1280 && vs.pix_fmt === 'yuv420p', `${v.clip}: video ${vs.codec_name} ${vs.width}×${vs.height} ${vs.pix_fmt}`); no(as?.codec_name === 'aac', `${v.clip}: no aac`); no(Math.abs(q.format.duration * 1000 - v.duration_ms) < 120, `${v.clip}: ${q.format.duration} s`); } catch (e) { if (e.code !== 'ENOENT') bad.push(`${v.clip}: ${e.message}`); }
  }
  for (const r of d.reviews) { const p = d.products.find(p => p.code === r.product); no(p && p.skus.some(s => s.code === r.sku), `review of ${r.product}: ${r.sku}`); two(r.text, r.product); no(r.stars >= 1 && r.stars <= 5, 'stars'); }
  const tea = d.products.filter(p => p.shop === 'tea'), sum = p => p.skus.reduce((a, s) => a + s.stock, 0);
  no(tea.length === 60, `tea has ${tea.length} products`); no(tea.flatMap(p => p.skus).filter(s => s.stock >= 50 && s.stock <= 150).length >= 2, 'tea: stock 50-150'); no(tea.filter(p => sum(p) === 0).length === 2, `tea: ${tea.filter(p => sum(p) === 0).length} sold out`); no(tea.filter(p => sum(p) > 0 && sum(p) <= 5).length === 3, `tea: ${tea.filter(p => sum(p) > 0 && sum(p) <= 5).length} low`);
  const total = [...files].reduce((a, f) => a + statSync(join(media, f)).size, 0); no(total <= 20 * 1024 * 1024, `media is ${total} bytes`);
  const idle = new Set([...files].map(f => f.replace(/\.(\d+\.webp|mp4)$/, '')).filter(n => !used.has(n)));
  if (idle.size) console.log(`not named in the catalogue: ${[...idle].join(' ')}`);
  const mains = new Set(d.products.map(p => p.shop + p.pictures[0])); console.log(`${d.products.length} products (${tea.length} tea), ${skus.size} SKUs, ${mains.size} first pictures, ${used.size} names, ${files.size} files, ${(total / 1048576).toFixed(1)} MB`);
  if (bad.length) { console.error(bad.join('\n')); process.exit(1); } console.log('check: ok');
}
if (args.includes('--check')) check();
else if (step && !{ draw, render, clips, catalog }[step]) { console.error('build [draw|render|clips|catalog [name…]] [--force] [--check]'); process.exit(2); }
else { for (const [n, f] of Object.entries({ draw, render, clips, catalog })) if (!step || step === n) await f(); if (!step) check(); }
