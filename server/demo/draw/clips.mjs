// The twelve clips as shots. A shot with a product shows that product; its card appears just after the picture settles.
// bg: a room of scenes.mjs or a whole drawing; s: size of the cut-out; y: where it stands.
const shot = (product, things, o) => ({ d: 4, product, things: [].concat(things).map(t => typeof t === 'string' ? { img: t } : t), ...o });
export const clips = {
  'clip-tea-1': { creator: 'tea', mood: 'tea', key: 0, shots: [
    shot(null, [], { bg: 'base:clip-tea', zoom: [1.02, 1.14], origin: [.55, .5], fx: [['steam', 360, 690, 90], ['motes']], title: '一盏天青', sub: '水到八分，刚刚好' }),
    shot('gaiwan-tianqing', 'tea-gaiwan', { bg: 'celadon', fx: [['sweep'], ['motes']], title: '天青釉', sub: '雨过云破处' }),
    shot('gaiwan-white', 'tea-gaiwan-white', { bg: 'snow', fx: [['steam', 360, 420, 60], ['motes']], title: '甜白釉', sub: '看得见茶的本色' })] },
  'clip-tea-2': { creator: 'tea', mood: 'tea', key: 2, shots: [
    shot('pot-xishi', 'tea-teapot', { bg: 'clay', fx: [['steam', 180, 450, 50], ['motes']], title: '西施壶', sub: '一把壶，养一辈子' }),
    shot('pot-shipiao', 'tea-pot-shipiao', { bg: 'warm', fx: [['sweep'], ['motes']], title: '石瓢', sub: '三足两弯，稳' }),
    shot('pot-tiliang', 'tea-pot-tiliang', { bg: 'celadon', fx: [['steam', 150, 500, 50], ['motes']], title: '提梁', sub: '山泉、松风、一壶' })] },
  'clip-tea-3': { creator: 'tea', mood: 'tea', key: 4, shots: [
    shot('longjing', { img: 'tea-tin-longjing', s: 740, x: 384 }, { bg: 'spring', fx: [['leaves'], ['motes']], title: '明前龙井', sub: '清明前，只采一芽一叶' }),
    shot('biluochun', { img: 'tea-tin-biluochun', s: 740, x: 384 }, { bg: 'meadow', fx: [['leaves'], ['motes']], title: '碧螺春', sub: '洞庭东山，吓煞人香' }),
    shot('cup-double-glass', 'tea-cup-glass', { bg: 'spring', fx: [['steam', 360, 430, 70], ['sweep']], title: '八十度的水', sub: '看它一片片醒来' })] },
  'clip-tea-4': { creator: 'tea', mood: 'tea', key: 5, shots: [
    shot('stove-clay', { img: 'tea-stove', s: 880, y: 860 }, { bg: 'ember', fx: [['glow', 360, 760, 260], ['flame', 360, 812, 90, 90], ['embers', 360, 700], ['steam', 340, 380, 90]], title: '围炉', sub: '下雪天，哪儿也不去' }),
    shot('pot-iron', 'tea-pot-iron', { bg: 'dusk', fx: [['steam', 170, 480, 60], ['embers', 360, 820]], title: '老铁壶', sub: '水软，茶就甜' }),
    shot('mandarin-puer', 'tea-mandarin', { bg: 'ember', fx: [['glow', 360, 700, 300], ['steam', 260, 470, 60], ['motes']], title: '小青柑', sub: '一颗，煮一下午' })] },
  'clip-tea-5': { creator: 'tea', mood: 'tea', key: 7, shots: [
    shot('cup-tenmoku', { img: 'tea-cup-tenmoku', s: 740, y: 800 }, { bg: 'dusk', fx: [['steam', 360, 470, 90], ['sweep']], title: '兔毫', sub: '一千三百度的雨' }),
    shot('cup-oilspot', { img: 'tea-cup-oilspot', s: 740, y: 800 }, { bg: 'night', fx: [['motes'], ['sweep']], title: '油滴', sub: '盏里有星空' }),
    shot('incense-celadon', 'tea-incense', { bg: 'dusk', fx: [['steam', 395, 330, 60], ['motes']], title: '一炷香', sub: '把今天放慢一点' })] },
  'clip-outdoor-1': { creator: 'outdoor', mood: 'camp', key: 0, shots: [
    shot(null, [], { bg: 'base:clip-camp', zoom: [1.0, 1.1], origin: [.5, .4], fx: [['stars'], ['glow', 554, 1010, 150], ['embers', 554, 980]], title: '今晚住在湖边', sub: '打开门，就是星星' }),
    shot('tent-dome', [], { bg: 'pic:out-tent', zoom: [1.0, 1.1], origin: [.5, .6], fx: [['motes'], ['glow', 360, 760, 260]], title: '三分钟搭好', sub: '双人三季帐' }),
    shot('lantern', 'out-lantern', { bg: 'pine', fx: [['glow', 360, 560, 320], ['motes']], title: '一盏马灯', sub: '亮到天亮' })] },
  'clip-outdoor-2': { creator: 'outdoor', mood: 'camp', key: 3, shots: [
    shot('stove-gas', 'out-stove', { bg: 'fog', fx: [['glowblue', 360, 430, 180], ['mist']], title: '早上六点', sub: '山还没醒' }),
    shot('mug-enamel', 'out-mug', { bg: 'dawn', fx: [['steam', 330, 420, 90], ['motes']], title: '第一口热咖啡', sub: '风是甜的' }),
    shot('cookset-ti', 'out-cookset', { bg: 'fog', fx: [['steam', 300, 470, 80], ['mist']], title: '再煮一碗面', sub: '钛锅，轻得像没带' })] },
  'clip-outdoor-3': { creator: 'outdoor', mood: 'camp', key: 5, shots: [
    shot('backpack-45', { img: 'out-backpack', s: 760, y: 880 }, { bg: 'moss', fx: [['leaves'], ['sweep']], title: '一个人的背包', sub: '45 升，装得下三天' }),
    shot('poles-carbon', { img: 'out-poles', s: 780, y: 880 }, { bg: 'fog', fx: [['mist']], title: '替膝盖省点力', sub: '碳纤维，单支 188 克' }),
    shot('flask', ['out-flask-pine'], { bg: 'moss', fx: [['motes'], ['sweep']], title: '翻过垭口', sub: '水还是烫的' })] },
  'clip-outdoor-4': { creator: 'outdoor', mood: 'camp', key: 7, shots: [
    shot('firepit', 'out-firepit', { bg: 'pine', fx: [['glow', 360, 560, 340], ['flame', 360, 670, 170, 330], ['embers', 360, 560]], title: '今晚零下五度', sub: '火先生起来' }),
    shot('chair-moon', { img: 'out-chair', s: 740, y: 880 }, { bg: 'dawn', fx: [['motes'], ['embers', 360, 900]], title: '坐下来', sub: '什么也不想' }),
    shot('sleeping-bag', { img: 'out-sleeping-blue', s: 670, y: 800 }, { bg: 'pine', fx: [['snow'], ['motes']], title: '钻进去', sub: '一觉到天亮' })] },
  'clip-books-1': { creator: 'books', mood: 'box', key: 0, shots: [
    shot(null, [], { bg: 'base:clip-book', zoom: [1.0, 1.1], origin: [.45, .62], fx: [['sparkle'], ['glow', 300, 760, 160]], title: '睡前再读一本', sub: '就一本' }),
    shot('book-moon', { img: 'book-moon', s: 700 }, { bg: 'starry', fx: [['stars'], ['sparkle']], title: '月亮的邮差', sub: '小狐狸今晚送信到你家' }),
    shot('book-boxset', 'book-boxset', { bg: 'nursery', fx: [['sparkle'], ['sweep']], title: '晚安故事', sub: '六个晚上，六个好梦' })] },
  'clip-books-2': { creator: 'books', mood: 'box', key: 5, shots: [
    shot('book-whale', { img: 'book-whale', s: 700 }, { bg: 'sea', fx: [['bubbles'], ['sweep']], title: '小鲸鱼晒太阳', sub: '慢一点，也没关系' }),
    shot('book-seed', { img: 'book-seed', s: 700 }, { bg: 'nursery', fx: [['seeds'], ['motes']], title: '种子去旅行', sub: '风往哪儿吹，就去哪儿' }),
    shot('book-tree', { img: 'book-tree', s: 700 }, { bg: 'meadow', fx: [['leaves'], ['sparkle']], title: '大树睡不着', sub: '它在听什么呢？' })] },
  'clip-books-3': { creator: 'books', mood: 'box', key: 7, shots: [
    shot('book-dino', { img: 'book-dino', s: 700 }, { bg: 'frost', fx: [['snow']], title: '恐龙的第一场雪', sub: '咦，天上掉下来的是什么？' }),
    shot('book-giraffe', { img: 'book-giraffe', s: 700 }, { bg: 'rain', fx: [['rain']], title: '下雨天的长颈鹿', sub: '要多高的伞才够呢' }),
    shot('book-star', { img: 'book-star', s: 700 }, { bg: 'starry', fx: [['stars'], ['sparkle']], title: '星星修理匠', sub: '今晚也要亮亮的' })] },
};
/** [{product, from_ms, to_ms}] of one clip. */
export const cards = name => { let t = 0; const out = []; for (const s of clips[name].shots) { if (s.product) out.push({ product: s.product, from_ms: t * 1000 + 600, to_ms: (t + s.d) * 1000 - 100 }); t += s.d; } return out; };
export const length = name => clips[name].shots.reduce((a, s) => a + s.d, 0);
