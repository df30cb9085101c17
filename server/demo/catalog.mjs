// The demo shop's data in short hand; `build catalog` writes catalog.json from it. 'zh|en' is one bilingual text, prices are in yuan.
import { cards, clips, length } from './draw/clips.mjs';
const b = s => { const [zh, en] = s.split('|'); return { zh, en: en ?? zh }; }, list = s => s ? s.split(';').map(x => b(x.trim())) : [];
const WARE = 'origin=产地|Origin;material=材质|Material;capacity=规格|Size', LEAF = 'origin=产地|Origin;season=采制|Harvest;net=净含量|Net weight', OUT = 'material=材质|Material;weight=重量|Weight;use=适用|Made for', BOOK = 'author=作者|Author;age=适读年龄|Age;pages=规格|Format';
const at = s => s.split(';').map(x => { const [key, t] = x.split('='); return { key, name: b(t) }; });
const C = (code, parent, name, fee, deposit, attrs, days = 10, ret = true) => ({ code, parent, name: b(name), fee_bp: { video: fee[0], live: fee[1], showcase: fee[2], other: fee[3] }, deposit_fen: deposit * 100, attributes: at(attrs), confirm_days: days, seven_day_return: ret });
const categories = [
  C('tea', null, '茶与陶瓷|Tea & ceramics', [200, 300, 150, 150], 2000, WARE), C('outdoor', null, '户外装备|Outdoor gear', [250, 350, 200, 200], 3000, OUT), C('books', null, '童书与玩具|Children’s books & play', [150, 200, 100, 100], 1000, BOOK),
  C('gaiwan', 'tea', '盖碗|Gaiwans', [200, 300, 150, 150], 2000, WARE), C('teapot', 'tea', '茶壶|Teapots', [200, 300, 150, 150], 2000, WARE), C('cup', 'tea', '茶杯|Cups & bowls', [200, 300, 150, 150], 2000, WARE), C('teaware', 'tea', '茶席配器|Table & tools', [200, 300, 150, 150], 2000, WARE), C('leaf', 'tea', '茶叶|Teas', [150, 250, 120, 120], 5000, LEAF, 7), C('tea-gift', 'tea', '茶礼|Tea gifts', [200, 300, 150, 150], 5000, LEAF, 7),
  C('shelter', 'outdoor', '帐篷寝具|Tents & sleep', [300, 400, 250, 250], 3000, OUT), C('camp-cook', 'outdoor', '炊具炉具|Stoves & cookware', [300, 400, 250, 250], 3000, OUT), C('trail', 'outdoor', '徒步装备|Trail gear', [300, 400, 250, 250], 3000, OUT), C('camp-life', 'outdoor', '营地家具与照明|Camp furniture & light', [300, 400, 250, 250], 3000, OUT),
  C('picture-book', 'books', '绘本|Picture books', [100, 150, 100, 100], 1000, BOOK), C('play', 'books', '启蒙玩具|Learning & play', [200, 300, 150, 150], 1000, BOOK),
];
const far = ['新疆维吾尔自治区', '西藏自治区'];
const freight = [
  { code: 'f-tea', by: 'piece', free_from_fen: 9900, rules: [{ provinces: ['*'], first_units: 1, first_fen: 800, next_units: 1, next_fen: 200 }, { provinces: far, first_units: 1, first_fen: 2000, next_units: 1, next_fen: 600 }, { provinces: ['青海省', '宁夏回族自治区', '内蒙古自治区', '海南省'], first_units: 1, first_fen: 1200, next_units: 1, next_fen: 400 }], no_delivery: ['台湾省', '香港特别行政区', '澳门特别行政区'] },
  { code: 'f-outdoor', by: 'weight', free_from_fen: 29900, rules: [{ provinces: ['*'], first_units: 1000, first_fen: 1000, next_units: 1000, next_fen: 300 }, { provinces: ['浙江省', '江苏省', '上海市', '安徽省'], first_units: 1000, first_fen: 600, next_units: 1000, next_fen: 150 }, { provinces: far, first_units: 1000, first_fen: 2600, next_units: 1000, next_fen: 1400 }], no_delivery: ['台湾省', '香港特别行政区', '澳门特别行政区'] },
  { code: 'f-books', by: 'piece', free_from_fen: 0, rules: [{ provinces: ['*'], first_units: 1, first_fen: 0, next_units: 1, next_fen: 0 }], no_delivery: [] },
];
const shops = [
  { code: 'tea', name: b('山止茶器|Shanzhi Tea & Ceramics'), handle: 'tea', score_pct: 98, freight: 'f-tea', phone: '0798-8210 336' },
  { code: 'outdoor', name: b('野径户外|Yejing Outdoor'), handle: 'outdoor', score_pct: 96, freight: 'f-outdoor', phone: '0571-8726 1180' },
  { code: 'books', name: b('小满童书馆|Xiaoman Children’s Books'), handle: 'books', score_pct: 99, freight: 'f-books', phone: '010-6455 7120' },
];
const creators = [
  { handle: 'tea', shop: 'tea', name: b('山止阿青|Aqing of Shanzhi'), bio: b('景德镇，十二年，一只一只拉坯上釉。每周三、周六晚八点喝茶直播。|Twelve years at the wheel in Jingdezhen, one bowl at a time. Tea and talk live every Wednesday and Saturday at 8 pm.'), avatar: 'avatar-tea', cover: 'cover-tea', verified: true, followers: 12800, email: 'tea@demo.test' },
  { handle: 'outdoor', shop: 'outdoor', name: b('野径老周|Zhou on the Trail'), bio: b('走过一百二十条山线，只推荐自己背过、睡过、煮过的东西。|120 mountain routes walked. I only recommend what I have carried, slept in and cooked with.'), avatar: 'avatar-outdoor', cover: 'cover-outdoor', verified: true, followers: 46200, email: 'outdoor@demo.test' },
  { handle: 'books', shop: 'books', name: b('小满妈妈讲故事|Xiaoman’s Mum Reads'), bio: b('两个孩子的妈妈，每晚八点半，读一本睡前绘本给你听。|Mother of two. One bedtime picture book read aloud every night at half past eight.'), avatar: 'avatar-books', cover: 'cover-books', verified: true, followers: 31500, email: 'books@demo.test' },
];

// ---- what every picture shows ----
const ALT = Object.fromEntries(`
tea-gaiwan 天青釉盖碗，釉下竹影|Celadon gaiwan with bamboo under the glaze
tea-gaiwan-white 甜白釉盖碗|Sweet-white porcelain gaiwan
tea-gaiwan-plum 翠青釉盖碗|Jade-green gaiwan
tea-gaiwan-qinghua 青花缠枝莲盖碗|Blue-and-white lotus scroll gaiwan
tea-gaiwan-jilan 霁蓝描金盖碗|Cobalt-blue gaiwan with a gold rim
tea-gaiwan-jihong 霁红釉盖碗|Copper-red gaiwan
tea-gaiwan-ink 墨色粗陶盖碗|Ink-black stoneware gaiwan
tea-gaiwan-peony 粉彩牡丹盖碗|Famille-rose peony gaiwan
tea-gaiwan-ru 汝窑开片盖碗|Ru-style crackle gaiwan
tea-cup 手绘红梅茶杯|Cup painted with red plum blossom
tea-cup-tenmoku 兔毫建盏，盛着茶汤|Hare’s-fur tenmoku bowl filled with tea
tea-cup-oilspot 油滴建盏|Oil-spot tenmoku bowl
tea-cup-hat 天青斗笠杯|Celadon cone cup
tea-cup-ruyao 汝窑主人杯|Ru-style master cup
tea-cup-fish 手绘锦鲤杯|Cup painted with koi
tea-cup-hills 水墨远山直筒杯|Straight cup with ink mountains
tea-cup-mug 带盖马克杯，姜黄釉|Lidded mug in ginger glaze
tea-cup-pair 甜白与桃粉对杯|A pair of cups, white and peach
tea-cup-six 六色小品杯|Six small cups in six glazes
tea-cup-glass 双层玻璃杯泡绿茶|Green tea in a double-wall glass
tea-bowl-matcha 抹茶碗与茶筅|Matcha bowl and whisk
tea-teapot 紫泥西施壶|Xishi teapot in purple clay
tea-teapot-duan 段泥西施壶|Xishi teapot in duan clay
tea-pot-shipiao 紫泥石瓢壶|Shipiao teapot in purple clay
tea-pot-zhuni 朱泥水平壶|Shuiping teapot in red clay
tea-pot-tiliang 绿泥提梁壶|Overhead-handle teapot in green clay
tea-pot-side 粗陶侧把壶|Side-handle stoneware pot
tea-pot-iron 铸铁提梁壶|Cast-iron kettle
tea-pot-glass 玻璃壶泡胎菊|Chrysanthemum tea in a glass pot
tea-pot-qinghua 青花山水壶|Blue-and-white landscape pot
tea-kettle-gooseneck 细口手冲电水壶|Gooseneck electric kettle
tea-pitcher-glass 玻璃公道杯|Glass fairness pitcher
tea-pitcher-celadon 影青公道杯|Celadon fairness pitcher
tea-strainer 锡制茶漏|Pewter tea strainer
tea-tools 紫竹茶道六件|Six purple-bamboo tea tools
tea-tray-bamboo 重竹干泡茶盘|Bamboo dry-brew tray
tea-tray-stone 乌金石茶盘|Black stone tea tray
tea-tray-lacquer 朱漆圆茶盘|Round red lacquer tray
tea-scoop 老竹茶则与茶针|Bamboo tea scoop and pick
tea-knife 普洱茶刀与散开的茶|Pu’er knife beside loosened tea
tea-jar-white 白瓷红梅茶叶罐|White porcelain caddy with plum blossom
tea-jar-clay 柴烧粗陶茶罐|Wood-fired stoneware jar
tea-jar-blue 孔雀蓝茶仓|Peacock-blue caddy
tea-incense 青瓷小香炉，一炷香|Celadon censer with a stick of incense
tea-vase 小口花器插梅枝|Small-mouth vase with a plum branch
tea-pet 小雀茶宠|Sparrow tea pet
tea-pet-pumpkin 南瓜茶宠|Pumpkin tea pet
tea-pet-cat 招财猫茶宠|Lucky cat tea pet
tea-stove 围炉煮茶陶炉|Clay stove with a kettle
tea-travel 快客旅行茶具包|Travel tea set in its case
tea-thermos 焖茶保温壶|Insulated tea jug
tea-coldbrew 冷泡茶瓶|Cold-brew tea bottle
tea-cloth 棉麻茶巾三条|Three cotton-linen tea cloths
tea-linen 苎麻茶席与茶巾|Ramie table runner and cloths
tea-linen-indigo 靛蓝苎麻茶席|Ramie runner with indigo
tea-wisteria-mat 竹编杯垫|Woven bamboo coasters
tea-tin 正山小种红茶罐|Lapsang Souchong tin
tea-tin-dancong 凤凰单丛茶罐|Phoenix Dancong tin
tea-tin-silver 白毫银针茶罐|Silver Needle tin
tea-tin-longjing 明前龙井罐|Longjing tin
tea-tin-tieguanyin 安溪铁观音罐|Tieguanyin tin
tea-tin-dahongpao 武夷大红袍罐|Dahongpao tin
tea-tin-jasmine 茉莉花茶罐|Jasmine tea tin
tea-tin-biluochun 碧螺春罐|Biluochun tin
tea-tin-jinjunmei 金骏眉罐|Jinjunmei tin
tea-tin-maofeng 黄山毛峰罐|Huangshan Maofeng tin
tea-tin-laobaicha 福鼎老白茶罐|Aged white tea tin
tea-pouch-roasted 炭焙乌龙袋|Charcoal oolong pouch
tea-pouch-genmai 玄米绿茶袋|Genmai green tea pouch
tea-pouch-rose 重瓣玫瑰花茶袋|Rose bud pouch
tea-pouch-chenpi 新会陈皮袋|Xinhui dried tangerine peel
tea-pouch-buckwheat 黑苦荞茶袋|Black buckwheat tea pouch
tea-cake-raw 古树生普茶饼|Raw pu’er cake
tea-cake-ripe 宫廷熟普茶饼|Ripe pu’er cake
tea-cake-white 月光白茶饼|Moonlight white tea cake
tea-mandarin 小青柑普洱|Pu’er in green mandarins
tea-flower-jar 胎菊玻璃罐|Chrysanthemum in a glass jar
tea-bags 三角茶包礼盒|Box of pyramid tea bags
tea-gift-red 山止茶礼·丹|Shanzhi gift box in red
tea-gift-ink 山止茶礼·墨|Shanzhi gift box in ink
out-tent 三季帐篷，暮色中亮着灯|Three-season tent lit at dusk
out-tent-green 松绿色三季帐篷|The tent in pine green
out-backpack 徒步背包，赭黄|Trekking pack in ochre
out-backpack-slate 徒步背包，岩灰|Trekking pack in slate
out-headlamp 充电头灯|Rechargeable headlamp
out-mug 松绿搪瓷杯|Enamel mug in pine
out-mug-cream 米白搪瓷杯|Enamel mug in cream
out-mug-red 砖红搪瓷杯|Enamel mug in brick red
out-stove 分体气炉点着火|Gas stove, burning
out-lantern 营地马灯|Camp lantern
out-flask-pine 松绿保温壶|Flask in pine
out-flask-clay 陶土色保温壶|Flask in clay
out-cookset 钛合金锅与杯|Titanium pot and cup
out-chair 高背月亮椅|High-back moon chair
out-sleeping-blue 湖蓝羽绒睡袋|Down sleeping bag in lake blue
out-sleeping-olive 橄榄羽绒睡袋|Down sleeping bag in olive
out-drybag 20 升防水桶包|20-litre dry bag
out-poles 碳纤维登山杖一对|A pair of carbon trekking poles
out-table 蛋卷桌|Roll-top camp table
out-tarp 六角天幕|Hexagonal tarp
out-firepit 便携焚火台|Portable fire pit
book-moon 《月亮的邮差》封面|Cover of “The Moon’s Postman”
book-seed 《种子去旅行》封面|Cover of “The Seed Goes Travelling”
book-tree 《大树睡不着》封面|Cover of “The Tree That Couldn’t Sleep”
book-whale 《小鲸鱼晒太阳》封面|Cover of “Little Whale in the Sun”
book-cloud 《云朵面包店》封面|Cover of “The Cloud Bakery”
book-dino 《恐龙的第一场雪》封面|Cover of “Dinosaur’s First Snow”
book-kitchen 《外婆的厨房》封面|Cover of “Grandma’s Kitchen”
book-snail 《蜗牛搬家》封面|Cover of “Snail Moves House”
book-star 《星星修理匠》封面|Cover of “The Star Mender”
book-giraffe 《下雨天的长颈鹿》封面|Cover of “Giraffe on a Rainy Day”
book-boxset 晚安故事六册礼盒|Bedtime box of six books
book-cards 二十四节气识字卡|Solar-term character cards
book-puzzle 森林木头拼图|Wooden forest puzzle
book-crayon 大豆蜡笔十二色|Twelve soy crayons`.trim().split('\n').map(l => { const i = l.indexOf(' '); return [l.slice(0, i), b(l.slice(i + 1))]; }));
const alt = n => { if (n.endsWith('-detail')) { const a = alt(n.slice(0, -7)); return { zh: a.zh + '，近看细节', en: a.en + ', close up' }; } if (!ALT[n]) throw new Error('no alt for ' + n); return ALT[n]; };

// ---- products ----
const CARE = {
  gaiwan: '手工制作，口沿与釉色每只略有不同；收到如有磕损，拍照即补发。首次使用请用温水洗净，勿骤冷骤热。|Made by hand, so rim and glaze differ a little from piece to piece. If anything arrives chipped, send a photo and we replace it. Rinse with warm water first; avoid sudden heat or cold.',
  teapot: '一壶事一茶，风味更纯。用后倒净茶渣，开盖晾干；不用洗洁精。|Keep one pot for one kind of tea. Empty it after use, dry with the lid off, and never use detergent.',
  cup: '手工拉坯，容量误差约 5%。可入洗碗机，描金与开片款请手洗。|Thrown by hand, capacity may vary by 5%. Dishwasher safe, except gold rims and crackle glazes.',
  teaware: '七天无理由退换，运输破损包赔。|Seven-day returns; anything broken in transit is replaced.',
  leaf: '避光、密封、远离异味存放；绿茶建议冷藏。附冲泡卡一张。|Store sealed, dark and away from smells; keep green tea in the fridge. A brewing card is enclosed.',
  'tea-gift': '附手提袋与空白贺卡，可代写寄语：下单时写在备注里。|Comes with a carrier bag and a blank card. We gladly write your words: leave them in the note.',
  shelter: '出发前请在家试搭一次。提供终身维修，只收配件费。|Pitch it once at home before you leave. Repairs for life at the price of the parts.', 'camp-cook': '请在通风处使用，勿在帐篷内点火。气罐不可航空运输。|Use where air moves, never inside a tent. Gas canisters cannot fly.', trail: '两年质保，非人为损坏免费换新。|Two-year warranty: replaced free unless damaged by misuse.', 'camp-life': '两年质保，配件可单独购买。|Two-year warranty; parts are sold separately.',
  'picture-book': '环保大豆油墨，圆角装订。附线上伴读音频，扫码即听。|Soy inks and rounded corners. Scan the code inside to hear it read aloud.', play: '通过 GB 6675 玩具安全检测，小零件请在大人陪伴下使用。|Tested to GB 6675 toy safety. Small parts: play together with a grown-up.',
};
const shopOf = { gaiwan: 'tea', teapot: 'tea', cup: 'tea', teaware: 'tea', leaf: 'tea', 'tea-gift': 'tea', shelter: 'outdoor', 'camp-cook': 'outdoor', trail: 'outdoor', 'camp-life': 'outdoor', 'picture-book': 'books', play: 'books' };
const products = [];
/** k: rows of [price, market|0, stock, grams], in the order of the options' values; null leaves a combination out. */
function P(code, category, pics, title, subtitle, text, attrs, opts, k, x = {}) {
  const pictures = pics.split(','); if (!x.pic) pictures.splice(1, 0, pictures[0] + '-detail'); const options = opts.map(o => { const [n, v] = o.split('='); return { name: b(n), values: list(v) }; }), shop = shopOf[category], keys = categories.find(c => c.code === category).attributes;
  const combos = options.reduce((a, o) => a.flatMap(c => o.values.map((_, i) => [...c, i])), [[]]); if (combos.length !== k.length) throw new Error(`${code}: ${combos.length} combinations, ${k.length} rows`);
  const skus = combos.map((values, i) => k[i] && { code: code.toUpperCase() + (k.length > 1 ? '-' + values.map(v => v + 1).join('') : ''), values, price_fen: Math.round(k[i][0] * 100), market_fen: k[i][1] ? k[i][1] * 100 : null, stock: k[i][2], weight_g: k[i][3], picture: x.pic?.[values[x.by || 0]] ?? null }).filter(Boolean);
  const all = [...new Set([...pictures, ...(x.pic || []).filter(Boolean)])];
  const ship = x.ship || { tea: 48, outdoor: 48, books: 24 }[shop], prot = shop === 'tea' ? (category === 'leaf' || category === 'tea-gift' ? ['seven_day_return', 'fake_one_pay_three', 'freight_insurance'] : ['seven_day_return', 'damage_guarantee', 'freight_insurance']) : shop === 'outdoor' ? ['seven_day_return', 'fake_one_pay_three', 'freight_insurance'] : ['seven_day_return', 'freight_insurance', 'fake_one_pay_three'];
  products.push({ code, shop, category, title: b(title), subtitle: b(subtitle), pictures: all, picture_alts: all.map(alt), description: [{ text: b(text) }, { picture: all[all.length > 1 ? 1 : 0], alt: alt(all[all.length > 1 ? 1 : 0]) }, { text: b(CARE[category]) }], attributes: Object.fromEntries(list(attrs).map((v, i) => [keys[i].key, v])), options, skus, protections: prot, ship_within_hours: ship, limit: x.limit || null, sold: x.sold ?? 100, commission_bp: x.com ?? 500 });
}
const ml = (...v) => ['容量|Capacity=' + v.map(n => `${n} ml`).join(';')], g = (...v) => ['规格|Size=' + v.join(';')];
// gaiwans
P('gaiwan-tianqing', 'gaiwan', 'tea-gaiwan', '天青釉竹影盖碗 手工拉坯|Celadon Gaiwan with Bamboo Shade, Hand-thrown', '雨过天青，釉下藏一枝竹|The sky after rain, with bamboo under the glaze', '胎薄 1.8 毫米，碗沿外撇不烫手。釉水里那枝竹，要斟了茶、迎着光，才看得清。|Walls of 1.8 mm and a flared rim that stays cool. The bamboo under the glaze only shows when there is tea inside and light behind.', '江西景德镇|Jingdezhen, Jiangxi;高白泥 天青釉|White clay, celadon glaze;130–180 ml|130–180 ml', ['容量|Capacity=130 ml;150 ml;180 ml', '款式|Set=单只|Gaiwan only;一碗两杯|With two cups'], [[268, 328, 120, 350], [398, 468, 86, 620], [288, 348, 64, 380], [418, 488, 0, 650], [318, 0, 32, 420], null], { sold: 3260, com: 800, limit: { per: 'order', quantity: 5 } });
P('gaiwan-white', 'gaiwan', 'tea-gaiwan-white,tea-tray-stone', '甜白釉素面盖碗|Sweet-white Porcelain Gaiwan', '看得见茶的本色|Shows tea in its own colour', '甜白不是冷白，像米汤上的那层光。素面、无纹，是我们泡新茶时最常拿的一只。|A warm white like the light on rice milk. Plain, unpatterned: the one we reach for whenever a new tea comes in.', '江西景德镇|Jingdezhen, Jiangxi;高白泥 甜白釉|White clay, sweet-white glaze;100–150 ml|100–150 ml', ml(100, 130, 150), [[168, 198, 140, 260], [188, 228, 96, 300], [208, 0, 58, 340]], { sold: 5812, com: 800 });
P('gaiwan-qinghua', 'gaiwan', 'tea-gaiwan-qinghua,tea-pot-qinghua', '青花缠枝莲盖碗 手绘|Blue-and-white Lotus Gaiwan, Hand-painted', '一笔一笔分水，画三个小时|Three hours of brushwork on every bowl', '珠明料手绘缠枝莲，碗沿两道弦纹收得干净。每只落款不同，附画师签名卡。|Lotus scrolls in natural cobalt between clean double lines. Each is signed and comes with the painter’s card.', '江西景德镇|Jingdezhen, Jiangxi;釉下青花|Underglaze cobalt;150 ml|150 ml', [], [[528, 628, 26, 370]], { sold: 486, com: 1000 });
P('gaiwan-jilan', 'gaiwan', 'tea-gaiwan-jilan', '霁蓝描金盖碗|Cobalt-blue Gaiwan, Gold Rim', '夜色里的一道金|A line of gold in the night', '霁蓝一次烧成，金线手描再低温复烧。斟红茶，内白外蓝，最好看。|Fired once in deep cobalt, then gilded by hand and fired again. White inside: wonderful with black tea.', '江西景德镇|Jingdezhen, Jiangxi;霁蓝釉 24K 描金|Cobalt glaze, 24k gold;150 ml|150 ml', [], [[458, 0, 41, 380]], { sold: 352 });
P('gaiwan-jihong', 'gaiwan', 'tea-gaiwan-jihong', '霁红釉盖碗 柴窑|Copper-red Gaiwan, Wood-fired', '十窑九不成|Nine kilns in ten fail', '铜红最难烧，多一度发黑，少一度发灰。这一窑只成了十一只。|Copper red is the hardest: a degree too hot turns it black, too cool turns it grey. Eleven survived this firing.', '江西景德镇|Jingdezhen, Jiangxi;铜红釉|Copper-red glaze;140 ml|140 ml', [], [[1680, 0, 3, 370]], { sold: 28, com: 1200, limit: { per: 'month', quantity: 1 } });
P('gaiwan-ink', 'gaiwan', 'tea-gaiwan-ink', '墨色粗陶盖碗|Ink-black Stoneware Gaiwan', '朴素，压得住一张桌子|Quiet, and it anchors a table', '粗陶保温，适合老茶和岩茶。表面有细小的铁点，是泥料本来的样子。|Stoneware keeps the heat, right for aged and rock teas. The fine iron specks belong to the clay.', '福建德化|Dehua, Fujian;粗陶|Stoneware;160 ml|160 ml', [], [[128, 158, 210, 420]], { sold: 2140 });
P('gaiwan-peony', 'gaiwan', 'tea-gaiwan-peony', '粉彩牡丹盖碗|Famille-rose Peony Gaiwan', '外婆柜子里的那种花|The flowers of grandmother’s cupboard', '粉彩以玻璃白打底，花瓣有厚度，指腹能摸到。|Painted over a glassy white ground, so the petals stand up under your fingertip.', '江西景德镇|Jingdezhen, Jiangxi;釉上粉彩|Overglaze enamel;150 ml|150 ml', [], [[368, 428, 55, 360]], { sold: 640 });
P('gaiwan-ru', 'gaiwan', 'tea-gaiwan-ru,tea-cup-ruyao', '汝窑开片盖碗 可养|Ru-style Crackle Gaiwan That Ages with Tea', '茶汤会把裂纹养成金线|Tea turns the crackle into threads of gold', '新碗纹路浅，喝上三个月，茶色渗入冰裂，就成了只属于你的那一只。|The crackle is faint at first. Three months of tea stain it until the bowl is yours alone.', '河南汝州|Ruzhou, Henan;汝瓷|Ru ware;160 ml|160 ml', ['款式|Set=单只|Gaiwan only;配主人杯|With master cup'], [[298, 358, 68, 380], [428, 518, 22, 560]], { sold: 1730, pic: [null, 'tea-cup-ruyao'] });
// teapots
P('pot-xishi', 'teapot', 'tea-teapot,tea-teapot-duan', '宜兴紫砂西施壶 全手工|Yixing Xishi Teapot, Fully Handmade', '一把壶，养一辈子|One pot, kept for life', '原矿紫泥，身筒手拍。出水七孔球滤，断水利落。附制壶人证书。|Raw purple clay beaten by hand, seven-hole filter, a clean cut-off. Comes with the maker’s certificate.', '江苏宜兴|Yixing, Jiangsu;原矿紫泥 / 段泥|Purple or duan clay;180–240 ml|180–240 ml', ['泥料|Clay=紫泥|Purple clay;段泥|Duan clay', '容量|Capacity=180 ml;240 ml'], [[880, 1080, 18, 420], [980, 0, 9, 500], [920, 0, 12, 420], [1020, 0, 0, 500]], { sold: 214, com: 1200, pic: ['tea-teapot', 'tea-teapot-duan'] });
P('pot-shipiao', 'teapot', 'tea-pot-shipiao', '紫泥石瓢壶|Shipiao Teapot in Purple Clay', '三足两弯，稳|Three feet, two curves, steady', '上窄下宽，散热慢，泡普洱与老茶厚实。壶底三乳足，落桌无声。|Narrow above and wide below, slow to cool: full-bodied with pu’er. Three small feet set it down without a sound.', '江苏宜兴|Yixing, Jiangsu;原矿紫泥|Purple clay;220 ml|220 ml', [], [[1280, 1480, 14, 480]], { sold: 96, com: 1200 });
P('pot-zhuni', 'teapot', 'tea-pot-zhuni', '朱泥水平壶 小品|Little Shuiping Pot in Red Clay', '泡单丛，香得响|Makes a dancong sing', '朱泥收缩大、密度高，聚香。110 毫升，一个人刚好。|Dense red clay keeps the fragrance. 110 ml, just right for one.', '江苏宜兴|Yixing, Jiangsu;朱泥|Red clay;110 ml|110 ml', [], [[1580, 0, 2, 260]], { sold: 61, com: 1200 });
P('pot-tiliang', 'teapot', 'tea-pot-tiliang', '绿泥提梁壶|Overhead-handle Pot in Green Clay', '山泉、松风、一壶|Spring water, wind in the pines, one pot', '东坡提梁的改良式，梁弯得顺手。配胡桃木垫。|A reworked Dongpo handle that sits well in the hand. Walnut stand included.', '江苏宜兴|Yixing, Jiangsu;本山绿泥|Benshan green clay;320 ml|320 ml', [], [[1380, 1580, 11, 620]], { sold: 73, com: 1200 });
P('pot-side', 'teapot', 'tea-pot-side', '粗陶侧把壶|Side-handle Stoneware Pot', '一只手，慢慢倒|One hand, poured slowly', '半截灰釉，半截裸胎。长柄不烫，倒水不用抬肘。|Half glazed, half bare clay. The long handle stays cool and your elbow stays down.', '福建德化|Dehua, Fujian;粗陶|Stoneware;260 ml|260 ml', ml(180, 260), [[198, 238, 62, 420], [228, 268, 104, 520]], { sold: 1290 });
P('pot-iron', 'teapot', 'tea-pot-iron', '霰纹铸铁提梁壶|Hailstone Cast-iron Kettle', '老铁壶，水软茶甜|Softer water, sweeter tea', '砂型铸造，内壁不涂层，煮水带一点甜。首次使用请煮两遍茶渣。|Sand-cast and uncoated inside; the water comes out faintly sweet. Boil spent leaves in it twice before first use.', '云南|Yunnan;铸铁|Cast iron;1.2 L|1.2 l', [], [[860, 980, 24, 1850]], { sold: 187, ship: 72 });
P('pot-glass', 'teapot', 'tea-pot-glass,tea-flower-jar', '耐热玻璃花茶壶|Heatproof Glass Flower-tea Pot', '看花一朵一朵开|Watch the flowers open one by one', '高硼硅玻璃，可明火加热。榉木盖，不烫手。|Borosilicate glass, safe on a flame, with a beech lid.', '河北|Hebei;高硼硅玻璃|Borosilicate glass;600 ml|600 ml', ml(400, 600), [[89, 119, 180, 420], [109, 139, 260, 520]], { sold: 8410, com: 600 });
P('pot-qinghua', 'teapot', 'tea-pot-qinghua,tea-gaiwan-qinghua', '青花山水瓷壶|Blue-and-white Landscape Teapot', '远山淡一点，近山浓一点|Far hills pale, near hills dark', '釉下青花分水五层。配青花钮，壶盖内有小印。|Five tones of underglaze blue, a cobalt knob, and a small seal inside the lid.', '江西景德镇|Jingdezhen, Jiangxi;釉下青花|Underglaze cobalt;240 ml|240 ml', [], [[468, 548, 37, 460]], { sold: 268 });
P('kettle-gooseneck', 'teapot', 'tea-kettle-gooseneck', '细口手冲电水壶 控温|Gooseneck Electric Kettle, Variable Heat', '绿茶八十，岩茶沸|80° for green, boiling for rock tea', '40–100°C 逐度控温，细口出水稳。底座藏线，保温一小时。|Set to the degree from 40 to 100 °C, a steady thin pour, an hour of keep-warm and a hidden cord.', '广东顺德|Shunde, Guangdong;304 不锈钢 胡桃木|Steel and walnut;0.9 L|0.9 l', ['颜色|Colour=墨黑|Black;米白|Cream'], [[399, 499, 92, 1350], [399, 499, 0, 1350]], { sold: 1560, com: 600 });
// cups
P('cup-plum', 'cup', 'tea-cup', '手绘红梅品茗杯|Plum-blossom Tasting Cup', '一枝从杯底开到杯沿|One branch, from foot to rim', '釉上矾红，花心点金。一杯一枝，没有两只相同。|Iron-red petals with gold hearts. One branch a cup, no two alike.', '江西景德镇|Jingdezhen, Jiangxi;白瓷 矾红|White porcelain, iron red;80 ml|80 ml', ['款式|Set=单只|One;一对|Pair;四只|Four'], [[88, 108, 150, 110], [168, 0, 88, 220], [318, 0, 40, 440]], { sold: 2960 });
P('cup-tenmoku', 'cup', 'tea-cup-tenmoku', '建盏 兔毫 束口|Hare’s-fur Tenmoku Bowl', '一千三百度的雨|Rain at 1,300 degrees', '铁胎铁釉，入窑一色。毫纹由口沿流到腹部，斟茶后泛银。|Iron body, iron glaze. The streaks run from rim to belly and turn silver under tea.', '福建建阳|Jianyang, Fujian;铁胎黑釉|Iron clay and glaze;90 ml|90 ml', [], [[358, 428, 66, 240]], { sold: 905, com: 1000 });
P('cup-oilspot', 'cup', 'tea-cup-oilspot', '建盏 油滴 斗笠|Oil-spot Tenmoku Cone Bowl', '盏里有星空|A night sky in the bowl', '油滴圆润成银蓝，逆光看像星子。每只附特写照片，所见即所得。|Round silver-blue spots like stars. We photograph each bowl; you receive the one you see.', '福建建阳|Jianyang, Fujian;铁胎黑釉|Iron clay and glaze;80 ml|80 ml', [], [[780, 0, 0, 230]], { sold: 143, com: 1000 });
P('cup-hat', 'cup', 'tea-cup-hat,tea-wisteria-mat', '天青斗笠杯|Celadon Cone Cup', '敞口聚香，茶凉得刚好|Wide open: the scent gathers, the tea cools just enough', '形如斗笠，口径 8.6 厘米。釉面细开片，越用越温。|Shaped like a bamboo hat, 8.6 cm across, finely crackled and warmer with use.', '浙江龙泉|Longquan, Zhejiang;青瓷|Celadon;60 ml|60 ml', [], [[78, 98, 240, 90]], { sold: 3380 });
P('cup-ruyao', 'cup', 'tea-cup-ruyao,tea-gaiwan-ru', '汝窑莲瓣主人杯|Ru-style Master Cup', '自己的那一只|The one that is yours', '莲瓣收腹，端在手里刚好一握。开片可养。|A lotus curve that fills the hand, with a crackle that ages.', '河南汝州|Ruzhou, Henan;汝瓷|Ru ware;110 ml|110 ml', ['釉色|Glaze=天青|Sky;月白|Moon white;粉青|Pale green'], [[158, 188, 112, 160], [158, 188, 74, 160], [158, 188, 5, 160]], { sold: 2210 });
P('cup-fish', 'cup', 'tea-cup-fish', '手绘锦鲤杯|Koi Cup, Hand-painted', '倒上茶，鱼就游起来|Pour the tea and the fish begin to swim', '一红一墨两尾，尾鳍用分水画得半透。|One red, one ink; the fins are washed thin enough to see through.', '江西景德镇|Jingdezhen, Jiangxi;釉下彩|Underglaze colour;150 ml|150 ml', [], [[118, 148, 132, 190]], { sold: 1475 });
P('cup-hills', 'cup', 'tea-cup-hills', '水墨远山直筒杯|Ink-hill Tumbler', '办公桌上的一座山|A mountain for your desk', '直筒好握，釉里浓淡三层远山，一轮红日。|Easy to hold, three layers of distant hills and one red sun.', '江西景德镇|Jingdezhen, Jiangxi;白瓷 釉下墨彩|Porcelain, underglaze ink;260 ml|260 ml', [], [[98, 0, 168, 260]], { sold: 1890 });
P('cup-mug', 'cup', 'tea-cup-mug', '“慢”字带盖泡茶杯|“Slow” Lidded Tea Mug', '上班也要慢一点|Slow down, even at work', '带茶漏与盖，盖翻过来就是茶漏托。姜黄釉暖，不显茶渍。|With infuser and lid; turned over, the lid holds the infuser. The ginger glaze hides tea stains.', '江西景德镇|Jingdezhen, Jiangxi;炻瓷|Stoneware;380 ml|380 ml', ['颜色|Colour=姜黄|Ginger;豆绿|Bean green;砖红|Brick', '款式|Set=单杯|Mug;配杯垫|With coaster'], [[129, 159, 86, 480], [149, 0, 60, 520], [129, 159, 120, 480], [149, 0, 0, 520], [129, 159, 44, 480], null], { sold: 4630, com: 600 });
P('cup-pair', 'cup', 'tea-cup-pair', '甜白桃粉对杯礼盒|Pair of Cups, White and Peach, Boxed', '你一杯，我一杯|One for you, one for me', '两只莲瓣杯，一白一粉，配和纸盒与木勺。|Two lotus cups in a paper-wrapped box with a wooden scoop.', '江西景德镇|Jingdezhen, Jiangxi;白瓷|Porcelain;2 × 100 ml|2 × 100 ml', [], [[188, 228, 79, 380]], { sold: 1322 });
P('cup-six', 'cup', 'tea-cup-six', '六色釉小品杯 一套六只|Six Little Cups in Six Glazes', '来客人了，一人一色|Guests come: a colour each', '豆青、珊瑚、天蓝、蜜黄、松灰、绛紫，各不相混，不怕拿错杯。|Bean green, coral, sky, honey, pine grey, plum: nobody picks up the wrong cup.', '江西景德镇|Jingdezhen, Jiangxi;颜色釉瓷|Coloured glazes;6 × 50 ml|6 × 50 ml', [], [[228, 288, 95, 520]], { sold: 2045 });
P('cup-double-glass', 'cup', 'tea-cup-glass', '双层隔热玻璃杯|Double-wall Glass Cup', '看叶子一片片醒来|Watch the leaves wake', '双层高硼硅，捧沸水不烫手，冰饮不挂水珠。|Borosilicate with an air gap: boiling tea will not burn, iced tea will not sweat.', '河北|Hebei;高硼硅玻璃|Borosilicate glass;250–350 ml|250–350 ml', ['容量|Capacity=250 ml;350 ml', '款式|Set=单只|One;一对|Pair'], [[49, 69, 320, 210], [89, 0, 180, 420], [59, 79, 260, 260], [109, 0, 140, 520]], { sold: 9870, com: 400 });
P('bowl-matcha', 'cup', 'tea-bowl-matcha', '抹茶碗茶筅套装|Matcha Bowl and Whisk Set', '三十秒，打出一碗春山|Thirty seconds to a bowl of spring hills', '手捏粗陶碗，刷毛目白化妆土。百本立茶筅、茶勺、筅立，一次配齐。|A hand-pinched bowl with brushed white slip, a 100-prong whisk, scoop and stand.', '江西景德镇|Jingdezhen, Jiangxi;粗陶 白竹|Stoneware, white bamboo;500 ml|500 ml', ['款式|Set=碗|Bowl;碗与茶筅|Bowl and whisk;全套五件|Five pieces'], [[168, 0, 47, 460], [228, 268, 72, 520], [298, 358, 36, 680]], { sold: 760 });
// table & tools
P('pitcher-glass', 'teaware', 'tea-pitcher-glass,tea-strainer', '加厚玻璃公道杯|Thick Glass Fairness Pitcher', '分茶匀，看汤色|Even pours, clear colour', '壶嘴鹰形，断水不滴。|A hawk-beak spout that never drips.', '河北|Hebei;高硼硅玻璃|Borosilicate glass;300 ml|300 ml', ml(200, 300, 400), [[39, 59, 460, 180], [49, 69, 380, 220], [59, 0, 150, 260]], { sold: 12400, com: 400 });
P('pitcher-celadon', 'teaware', 'tea-pitcher-celadon,tea-gaiwan-plum', '影青竹纹公道杯|Celadon Bamboo Pitcher', '和天青盖碗是一家|Made to stand by the celadon gaiwan', '侧把手捏，握感圆。釉下刻竹，与盖碗同窑。|A pinched handle, round in the grip, bamboo carved under the glaze, fired in the same kiln.', '江西景德镇|Jingdezhen, Jiangxi;影青瓷|Shadow-green porcelain;220 ml|220 ml', [], [[148, 178, 83, 260]], { sold: 1106 });
P('tools-six', 'teaware', 'tea-tools,tea-scoop', '紫竹茶道六件|Six Purple-bamboo Tea Tools', '六君子，一筒装|Six gentlemen in one holder', '则、针、漏、夹、匙、筒，紫竹五年以上，打蜡不上漆。|Scoop, pick, funnel, tongs, spoon and holder in five-year purple bamboo, waxed, never varnished.', '浙江安吉|Anji, Zhejiang;紫竹|Purple bamboo;高 19 cm|19 cm tall', [], [[79, 99, 275, 260]], { sold: 6120 });
P('tray-bamboo', 'teaware', 'tea-tray-bamboo', '重竹干泡茶盘|Bamboo Dry-brew Tray', '压得实，不变形|Pressed hard, stays flat', '高温重组竹，耐水不裂；暗槽导水，台面好擦。|Heat-pressed bamboo that will not crack; hidden grooves drain, the top wipes clean.', '福建政和|Zhenghe, Fujian;重组竹|Strand bamboo;48–68 cm|48–68 cm', ['尺寸|Size=48×28 cm;58×32 cm;68×36 cm', '排水|Drain=储水|Reservoir;排水|Hose'], [[168, 198, 62, 1800], [188, 0, 45, 1900], [228, 268, 51, 2400], [248, 0, 28, 2500], [298, 0, 19, 3100], [318, 0, 0, 3200]], { sold: 1840, ship: 72 });
P('tray-stone', 'teaware', 'tea-tray-stone', '乌金石茶盘|Black Stone Tea Tray', '一块石头，沉得住气|One stone, entirely calm', '整石雕成，四面磨圆。水过留亮，擦即干。|Cut from a single stone with every edge rounded. Wet it shines, wiped it is dry.', '福建泉州|Quanzhou, Fujian;乌金石|Black gold stone;50 × 24 cm|50 × 24 cm', [], [[688, 798, 16, 9200]], { sold: 132, ship: 72 });
P('tray-lacquer', 'teaware', 'tea-tray-lacquer', '朱漆圆茶盘 大漆|Round Tray in Red Lacquer', '大漆十八道|Eighteen coats of lacquer', '木胎麻布，天然大漆髹涂打磨十八遍，一圈金线。|Wood and hemp, eighteen coats of natural lacquer, one line of gold.', '福建福州|Fuzhou, Fujian;木胎大漆|Lacquer on wood;直径 33 cm|33 cm', [], [[2680, 0, 0, 1100]], { sold: 19, com: 1500, ship: 120 });
P('jar-plum', 'teaware', 'tea-jar-white', '白瓷红梅茶叶罐|Plum-blossom Porcelain Caddy', '梅花开在白雪里|Blossom on snow', '双层盖带硅胶圈，密封不串味。约装 150 克。|Double lid with a silicone seal. Holds about 150 g.', '江西景德镇|Jingdezhen, Jiangxi;白瓷|Porcelain;700 ml|700 ml', [], [[198, 238, 71, 780]], { sold: 610 });
P('jar-clay', 'teaware', 'tea-jar-clay', '柴烧粗陶醒茶罐|Wood-fired Jar for Aging Tea', '火走过的地方，留一道黄|Where the fire passed it left a streak of gold', '松柴烧三天三夜，落灰成釉。布盖透气，醒普洱最好。|Three days and nights over pine; the ash became the glaze. The cloth lid breathes, ideal for pu’er.', '江西景德镇|Jingdezhen, Jiangxi;柴烧陶|Wood-fired clay;1.2 L|1.2 l', ['大小|Size=小 0.6 L|Small 0.6 l;中 1.2 L|Medium 1.2 l;大 2.4 L|Large 2.4 l'], [[258, 0, 20, 900], [368, 428, 15, 1500], [568, 0, 6, 2600]], { sold: 204, ship: 72 });
P('jar-blue', 'teaware', 'tea-jar-blue', '孔雀蓝茶仓 木盖|Peacock-blue Caddy with Wooden Lid', '桌角的一块湖|A piece of lake on the table', '孔雀蓝低温釉，胡桃木盖旋着密封。|Low-fired peacock glaze, a walnut lid that twists tight.', '江西景德镇|Jingdezhen, Jiangxi;陶瓷 胡桃木|Ceramic, walnut;500 ml|500 ml', [], [[158, 188, 88, 620]], { sold: 745 });
P('incense-celadon', 'teaware', 'tea-incense,tea-vase', '青瓷三足小香炉|Three-legged Celadon Censer', '一炷香，把今天放慢|One stick, and the day slows down', '可插线香，也可埋灰熏香粉。附香灰与二十支檀香。|For sticks or for powders over ash. Ash and twenty sandalwood sticks enclosed.', '浙江龙泉|Longquan, Zhejiang;青瓷|Celadon;直径 9 cm|9 cm', [], [[238, 288, 58, 460]], { sold: 388 });
P('pet-sparrow', 'teaware', 'tea-pet,tea-pet-pumpkin', '小雀茶宠 可养|Sparrow Tea Pet', '浇一年茶，长一身羽毛色|A year of tea and it grows its feathers', '紫砂与段泥双色，蹲在石板上打盹。|Two clays, dozing on a slab of slate.', '江苏宜兴|Yixing, Jiangsu;紫砂|Zisha clay;7 cm|7 cm', ['造型|Figure=小雀|Sparrow;南瓜|Pumpkin;招财猫|Lucky cat'], [[59, 79, 190, 160], [59, 79, 132, 180], [69, 89, 58, 190]], { sold: 5210, pic: ['tea-pet', 'tea-pet-pumpkin', 'tea-pet-cat'] });
P('stove-clay', 'teaware', 'tea-stove,tea-pot-iron', '围炉煮茶陶炉套装|Clay Stove Set for Fireside Tea', '下雪天，哪儿也不去|Snow outside, nowhere to be', '潮州红泥炉，烧橄榄炭最香。配提梁壶、烤网、炭夹。|A Chaozhou clay stove, best over olive charcoal, with kettle, grill and tongs.', '广东潮州|Chaozhou, Guangdong;红泥|Red clay;直径 24 cm|24 cm', ['款式|Set=单炉|Stove only;炉与壶|Stove and kettle;全套带炭|Complete with charcoal'], [[298, 348, 32, 3200], [498, 588, 21, 4600], [598, 698, 54, 6200]], { sold: 1670, ship: 72 });
P('travel-set', 'teaware', 'tea-travel', '一壶三杯旅行茶具包|Travel Tea Set, One Pot Three Cups', '山里也能好好喝茶|Proper tea, even in the hills', '壶杯各有软格，合上只有一本书大。防泼布面。|A padded place for each piece; closed it is the size of a book. Splash-proof canvas.', '江西景德镇|Jingdezhen, Jiangxi;白瓷 帆布|Porcelain and canvas;22 × 16 cm|22 × 16 cm', ['颜色|Colour=苔绿|Moss;墨灰|Ink'], [[198, 258, 143, 760], [198, 258, 0, 760]], { sold: 4095, com: 600 });
P('thermos-tea', 'teaware', 'tea-thermos', '焖茶保温壶 陶瓷内胆|Insulated Tea Jug, Ceramic Inside', '老白茶，焖三小时正好|Aged white tea, three hours, perfect', '陶瓷涂层不夺味，带滤网。12 小时 62°C 以上。|A ceramic lining that leaves taste alone, with filter. Above 62 °C after 12 hours.', '浙江永康|Yongkang, Zhejiang;不锈钢 陶瓷涂层|Steel, ceramic-lined;1 L|1 l', [], [[268, 328, 102, 980]], { sold: 1955 });
P('coldbrew-bottle', 'teaware', 'tea-coldbrew', '冷泡茶瓶 软木塞|Cold-brew Tea Bottle', '睡前放进冰箱，早上带走|In the fridge at night, in your bag by morning', '食品级玻璃，滤网在塞里，倒茶不漏叶。|Food-grade glass with the filter in the stopper.', '河北|Hebei;玻璃 软木|Glass and cork;750 ml|750 ml', [], [[59, 79, 290, 420]], { sold: 3610 });
P('linen-mat', 'teaware', 'tea-linen,tea-linen-indigo,tea-cloth', '苎麻茶席茶巾套装|Ramie Table Runner and Cloths', '铺开，就有了一张茶桌|Unroll it and you have a tea table', '手织夏布，草木染。一席三巾，棉绳捆好寄到。|Handwoven ramie, plant-dyed. One runner and three cloths, tied with cotton cord.', '江西万载|Wanzai, Jiangxi;苎麻|Ramie;33 × 180 cm|33 × 180 cm', ['颜色|Colour=赭石|Ochre;靛蓝|Indigo'], [[138, 168, 77, 320], [138, 168, 69, 320]], { sold: 1530, pic: ['tea-linen', 'tea-linen-indigo'] });
// teas
P('longjing', 'leaf', 'tea-tin-longjing,tea-cup-glass', '明前龙井 狮峰手炒|Longjing, Picked before Qingming', '清明前，只采一芽一叶|Before Qingming, one bud and one leaf', '今春 3 月 26 日采，当天摊青、手炒。豆香清，回甘里有一点栗子。|Picked on 26 March, withered and pan-fired the same day. Fresh bean, sweet finish, a hint of chestnut.', '浙江杭州|Hangzhou, Zhejiang;2026 春 明前|Spring 2026, pre-Qingming;50–200 g|50–200 g', g('50 g', '100 g', '200 g'), [[198, 238, 130, 180], [378, 0, 84, 300], [720, 0, 22, 520]], { sold: 4380, limit: { per: 'day', quantity: 4 } });
P('biluochun', 'leaf', 'tea-tin-biluochun', '洞庭碧螺春|Dongting Biluochun', '洞庭东山，吓煞人香|From East Dongting, “scarily fragrant”', '茶树种在枇杷、杨梅下面，叶子带果香。一斤六万个芽头。|The bushes grow under loquat and bayberry and taste of it. Sixty thousand buds to the half-kilo.', '江苏苏州|Suzhou, Jiangsu;2026 春|Spring 2026;60 g|60 g', [], [[228, 268, 78, 200]], { sold: 1260 });
P('maofeng', 'leaf', 'tea-tin-maofeng', '黄山毛峰 高山云雾|Huangshan Maofeng, from the Clouds', '海拔八百米，云里长大|Raised in cloud at 800 metres', '芽尖披毫，泡开像雀舌。汤色杏黄，兰花香轻。|Downy tips that open like sparrow tongues; apricot liquor, a light orchid scent.', '安徽黄山|Huangshan, Anhui;2026 春|Spring 2026;100 g|100 g', [], [[128, 158, 165, 260]], { sold: 2010 });
P('tieguanyin', 'leaf', 'tea-tin-tieguanyin', '安溪铁观音 浓香|Anxi Tieguanyin, Roasted', '七泡有余香|Fragrant to the seventh cup', '传统半发酵，轻焙火。兰花香里带一点炒米。|Traditional half-oxidised, lightly roasted: orchid with a note of toasted rice.', '福建安溪|Anxi, Fujian;2026 春|Spring 2026;125 g|125 g', g('125 g', '250 g'), [[98, 128, 210, 260], [178, 0, 140, 420]], { sold: 5240 });
P('dahongpao', 'leaf', 'tea-tin-dahongpao,tea-gift-red', '武夷大红袍 正岩|Wuyi Dahongpao, Cliff-grown', '岩骨花香|Bone of rock, scent of flowers', '三坑两涧口料，三道炭火。盖香似桂皮，水里有矿石的凉。|From the inner gorges, three charcoal roasts. Cinnamon on the lid, cool stone in the cup.', '福建武夷山|Wuyishan, Fujian;2025 春 足火|Spring 2025, full roast;80 g|80 g', [], [[298, 358, 93, 240]], { sold: 1980 });
P('dancong', 'leaf', 'tea-tin-dancong', '凤凰单丛 鸭屎香|Phoenix Dancong “Duck-shit” Aroma', '名字好笑，香得认真|A silly name and a serious fragrance', '六十年老丛，银花香高扬。头三泡请快出汤。|Sixty-year bushes, soaring honeysuckle. Keep the first three steeps short.', '广东潮州|Chaozhou, Guangdong;2026 春|Spring 2026;100 g|100 g', [], [[168, 198, 118, 260]], { sold: 3120 });
P('lapsang', 'leaf', 'tea-tin,tea-tin-jinjunmei', '正山小种 无烟花果香|Lapsang Souchong, Unsmoked', '桂圆汤，一口暖到胃|Longan-sweet and warm all the way down', '桐木关高山茶青，不熏松烟，花果蜜香。另有金骏眉可选。|Tongmu leaf without the pine smoke: fruit, flowers, honey. Also as golden-tip Jinjunmei.', '福建桐木关|Tongmu, Fujian;2026 春|Spring 2026;50–100 g|50–100 g', ['品种|Tea=正山小种|Lapsang Souchong;金骏眉|Jinjunmei', '规格|Size=50 g;100 g'], [[88, 108, 150, 160], [158, 0, 120, 260], [268, 328, 46, 160], [498, 0, 18, 260]], { sold: 4470, pic: ['tea-tin', 'tea-tin-jinjunmei'] });
P('silver-needle', 'leaf', 'tea-tin-silver,tea-tin-laobaicha', '白毫银针 与老白茶|Silver Needle and Aged White', '一年茶，三年药，七年宝|One year tea, three years medicine, seven years treasure', '福鼎日晒萎凋，芽头肥壮如针。老白茶陈七年，枣香。|Sun-withered in Fuding, buds like needles. The aged one has seven years and tastes of dates.', '福建福鼎|Fuding, Fujian;2026 春 / 2019 年陈|Spring 2026 / aged from 2019;50–100 g|50–100 g', ['品种|Tea=白毫银针|Silver Needle;七年老白茶|Seven-year white'], [[238, 288, 63, 180], [198, 0, 88, 260]], { sold: 2330, pic: ['tea-tin-silver', 'tea-tin-laobaicha'] });
P('jasmine', 'leaf', 'tea-tin-jasmine', '横县茉莉花茶 七窨|Jasmine Tea, Scented Seven Times', '七层花，一层茶|Seven layers of flowers, one of tea', '伏花夜里开，七窨一提。喝得到花，看不到花。|High-summer blossoms that open at night, seven scentings: you taste the flower and never see it.', '广西横州|Hengzhou, Guangxi;2026 伏花|High summer 2026;100 g|100 g', [], [[88, 108, 195, 260]], { sold: 3850 });
P('mandarin-puer', 'leaf', 'tea-mandarin,tea-pouch-chenpi', '新会小青柑 宫廷熟普|Green Mandarin Pu’er', '一颗，煮一下午|One fruit, a whole afternoon', '七月小青柑，生晒三十天，填八年宫廷熟普。附新会陈皮一小包。|July fruit sun-dried for thirty days and filled with eight-year pu’er. A little aged peel enclosed.', '广东新会|Xinhui, Guangdong;2025 年生晒|Sun-dried 2025;8–24 颗|8–24 pieces', ['规格|Size=8 颗|8 pieces;16 颗|16 pieces;24 颗|24 pieces'], [[68, 88, 240, 160], [128, 0, 170, 300], [178, 228, 90, 440]], { sold: 6905 });
P('puer-cake', 'leaf', 'tea-cake-raw,tea-knife,tea-cake-ripe', '古树普洱茶饼 357 克|Old-tree Pu’er Cake, 357 g', '一饼，喝得到时间|A cake that tastes of time', '勐海古树春料，石磨压制。生普鲜活，熟普枣香，月光白似蜜。|Spring leaf from old trees in Menghai, stone-pressed: lively raw, date-sweet ripe, honeyed Moonlight.', '云南勐海|Menghai, Yunnan;2023 春|Spring 2023;357 g|357 g', ['品种|Tea=生普|Raw;熟普|Ripe;月光白|Moonlight white', '规格|Pack=一饼|One cake;一提七饼|Tong of seven'], [[268, 328, 74, 420], [1680, 1876, 8, 2900], [198, 238, 120, 420], [1280, 0, 12, 2900], [238, 0, 40, 420], null], { sold: 1540, pic: ['tea-cake-raw', 'tea-cake-ripe', 'tea-cake-white'] });
P('flower-teas', 'leaf', 'tea-pouch-rose,tea-flower-jar,tea-pouch-genmai', '花草谷物茶 袋装|Flower and Grain Teas', '不想喝茶的晚上|For evenings without caffeine', '玫瑰、胎菊、玄米、黑苦荞、陈皮、炭焙乌龙，六种随心配。|Rose, chrysanthemum, genmai, black buckwheat, tangerine peel, charcoal oolong: pick your own.', '山东 / 浙江 / 四川|Shandong, Zhejiang, Sichuan;2026 年|2026;60–120 g|60–120 g', ['口味|Kind=重瓣玫瑰|Rose buds;杭白胎菊|Chrysanthemum;玄米绿茶|Genmai green;黑苦荞|Black buckwheat;新会陈皮|Tangerine peel;炭焙乌龙|Charcoal oolong', '规格|Pack=一袋|One;三袋|Three'], [[46, 58, 210, 120], [128, 0, 80, 340], [52, 0, 160, 120], [146, 0, 60, 340], [39, 0, 300, 140], [108, 0, 120, 400], [39, 49, 260, 180], [108, 0, 90, 500], [68, 0, 130, 140], [188, 0, 0, 400], [58, 0, 170, 140], null], { sold: 7720, com: 300, pic: ['tea-pouch-rose', 'tea-flower-jar', 'tea-pouch-genmai', 'tea-pouch-buckwheat', 'tea-pouch-chenpi', 'tea-pouch-roasted'] });
P('tea-bags', 'tea-gift', 'tea-bags', '“一日一盏”原叶茶包 21 枚|A Cup a Day: 21 Whole-leaf Tea Bags', '七种茶，三个星期|Seven teas, three weeks', '玉米纤维三角包，原叶看得见。冷热都好泡。|Corn-fibre pyramids with whole leaf inside, good hot or cold.', '福建 / 浙江 / 云南|Fujian, Zhejiang, Yunnan;2026 年|2026;21 × 2.5 g|21 × 2.5 g', [], [[79, 99, 340, 220]], { sold: 8020, com: 400 });
P('gift-red', 'tea-gift', 'tea-gift-red,tea-tin-dahongpao', '山止茶礼·丹 盖碗红茶礼盒|Shanzhi Gift Box, Red', '送长辈，体面|A gift for those you look up to', '大红袍、正山小种各一罐，甜白盖碗一只。|A tin of Dahongpao, a tin of Lapsang, and a white gaiwan.', '福建 / 江西|Fujian, Jiangxi;2025–2026|2025–2026;2 × 80 g|2 × 80 g', [], [[598, 698, 4, 1600]], { sold: 720, com: 1000 });
P('gift-ink', 'tea-gift', 'tea-gift-ink,tea-tin-silver', '山止茶礼·墨 白茶礼盒|Shanzhi Gift Box, Ink', '送自己，安静|A quiet one, for yourself', '白毫银针、七年老白茶各一罐，甜白盖碗一只。|Silver Needle, seven-year white and a white gaiwan.', '福建 / 江西|Fujian, Jiangxi;2019–2026|2019–2026;2 × 60 g|2 × 60 g', [], [[668, 788, 57, 1600]], { sold: 410, com: 1000 });
// outdoor
P('tent-dome', 'shelter', 'out-tent,out-tent-green', '云帐 双人三季帐篷|Cloud Two-person Three-season Tent', '三分钟搭好，门外就是星星|Up in three minutes, stars at the door', '双层双门，7001 铝杆，外帐 3000 毫米防水。两人躺平还能放下背包。|Two walls, two doors, 7001 poles and a 3,000 mm fly. Two people lie flat with room for packs.', '20D 硅涂尼龙|20D silnylon;2.1 kg|2.1 kg;三季 2 人|Three seasons, two people', ['颜色|Colour=暖橙|Ember;松绿|Pine', '配置|Set=标准|Standard;含地布|With footprint'], [[1299, 1599, 42, 2400], [1419, 1719, 25, 2800], [1299, 1599, 18, 2400], [1419, 1719, 0, 2800]], { sold: 860, pic: ['out-tent', 'out-tent-green'] });
P('tarp-hex', 'shelter', 'out-tarp', '六角天幕 涂银遮阳|Hexagonal Tarp, Sun-blocking', '树荫自己带|Bring your own shade', '涂银层挡 98% 紫外线，4.5 × 4.3 米罩得下八个人。|The silver coat blocks 98% of UV; 4.5 × 4.3 m shades eight.', '210D 牛津布|210D Oxford;5.6 kg|5.6 kg;4–8 人|Four to eight people', [], [[369, 459, 63, 5900]], { sold: 1240, pic: [] });
P('sleeping-bag', 'shelter', 'out-sleeping-blue,out-sleeping-olive', '信封式羽绒睡袋 -5°C|Down Sleeping Bag, −5 °C', '钻进去，一觉到天亮|Crawl in, wake at dawn', '600 蓬白鸭绒，可两只拼成双人。|600-fill duck down; two zip together.', '20D 尼龙 600FP 鸭绒|20D nylon, 600 fp down;1.25 kg|1.25 kg;舒适 0°C 极限 -5°C|Comfort 0 °C, limit −5 °C', ['颜色|Colour=湖蓝|Lake;橄榄|Olive', '充绒|Fill=600 g;800 g;1000 g'], [[459, 559, 70, 1250], [559, 0, 48, 1450], [659, 0, 21, 1650], [459, 559, 66, 1250], [559, 0, 0, 1450], [659, 0, 9, 1650]], { sold: 1535, pic: ['out-sleeping-blue', 'out-sleeping-olive'] });
P('stove-gas', 'camp-cook', 'out-stove', '分体防风气炉|Windproof Gas Stove', '三级风里照样烧水|Boils in a stiff breeze', '3200 瓦，一升水三分半。折起来一个拳头大。|3,200 W: a litre in three and a half minutes, and folds to a fist.', '不锈钢 铜|Steel and brass;312 g|312 g;1–4 人|One to four people', [], [[189, 239, 155, 420]], { sold: 2710 });
P('cookset-ti', 'camp-cook', 'out-cookset', '纯钛锅具两件套|Titanium Pot and Cup', '轻得像没带|As if you had left it at home', '900 毫升锅套 450 毫升杯，盖当煎盘。|A 900 ml pot nests a 450 ml cup; the lid is a pan.', '纯钛|Titanium;238 g|238 g;1–2 人|One or two people', [], [[329, 399, 84, 320]], { sold: 930 });
P('mug-enamel', 'camp-cook', 'out-mug,out-mug-cream,out-mug-red', '雪点搪瓷杯 350 ml|Speckled Enamel Mug', '第一口热咖啡|The first hot sip', '三遍釉，边口手工包圆。磕了会有疤，那也是路。|Three coats of enamel and a rolled rim. Dents will come; so does the road.', '钢 搪瓷|Enamelled steel;148 g|148 g;明火可用|Safe on a flame', ['颜色|Colour=松绿|Pine;米白|Cream;砖红|Brick'], [[49, 69, 210, 190], [49, 69, 130, 190], [49, 69, 60, 190]], { sold: 5480, pic: ['out-mug', 'out-mug-cream', 'out-mug-red'] });
P('firepit', 'camp-cook', 'out-firepit', '便携不锈钢焚火台|Portable Steel Fire Pit', '火先生起来|First, a fire', '六片拼装，收成文件夹厚。离地 18 厘米，不伤草。|Six plates that pack flat as a folder; 18 cm off the ground so the grass survives.', '304 不锈钢|Steel;2.3 kg|2.3 kg;露营篝火|Campfires', [], [[258, 318, 47, 2600]], { sold: 1185 });
P('backpack-45', 'trail', 'out-backpack,out-backpack-slate', '山行 45L 徒步背包|Trekking Pack, 45 l', '装得下三天|Three days, on your back', '透气悬浮背板，腰封可拆。底仓独立，睡袋随手取。|Ventilated back, removable hip belt, a separate base for the sleeping bag.', '210D 尼龙|210D nylon;1.48 kg|1.48 kg;2–4 天|Two to four days', ['颜色|Colour=赭黄|Ochre;岩灰|Slate', '背长|Back=M;L'], [[569, 699, 52, 1700], [569, 699, 38, 1750], [569, 699, 44, 1700], [569, 699, 0, 1750]], { sold: 1930, pic: ['out-backpack', 'out-backpack-slate'] });
P('poles-carbon', 'trail', 'out-poles', '碳纤维折叠登山杖 一对|Carbon Trekking Poles, Pair', '替膝盖省点力|Kinder to your knees', '单支 188 克，三折 37 厘米。软木握把吸汗。|188 g each, folding to 37 cm, with cork grips.', '碳纤维 软木|Carbon and cork;376 g|376 g;身高 150–190 cm|Heights 150–190 cm', [], [[339, 429, 91, 620]], { sold: 1410 });
P('headlamp', 'trail', 'out-headlamp', '800 流明充电头灯|Rechargeable Headlamp, 800 lm', '夜路，看清三十米|Thirty metres of night, lit', '红光不扰人，感应开关，Type-C。|Red light that spares your friends, wave to switch, USB-C.', 'ABS 铝|ABS, aluminium;92 g|92 g;IPX6|IPX6', [], [[159, 199, 240, 180]], { sold: 3060 });
P('flask', 'trail', 'out-flask-pine,out-flask-clay', '山野保温壶 1 升|Trail Flask, 1 litre', '翻过垭口，水还是烫的|Over the pass and still hot', '316 内胆，24 小时 60°C。盖子就是杯。|A 316 steel lining, 60 °C after 24 hours; the lid is a cup.', '316 不锈钢|316 steel;540 g|540 g;24 小时保温|Hot for 24 hours', ['颜色|Colour=松绿|Pine;陶土|Clay', '容量|Capacity=0.75 L|0.75 l;1 L|1 l'], [[149, 189, 110, 560], [169, 209, 138, 640], [149, 189, 76, 560], [169, 209, 0, 640]], { sold: 4220, pic: ['out-flask-pine', 'out-flask-clay'] });
P('drybag-20', 'trail', 'out-drybag', '20 升防水桶包|Dry Bag, 20 litres', '掉水里也不怕|Let it fall in', '500D PVC 热压无缝，卷三圈即密封，能浮。|Welded 500D PVC. Roll three times and it seals, and floats.', '500D PVC 夹网|500D PVC;580 g|580 g;溯溪 桨板|Canyoning, paddling', [], [[119, 149, 176, 680]], { sold: 1675 });
P('chair-moon', 'camp-life', 'out-chair', '高背月亮椅|High-back Moon Chair', '坐下来，什么也不想|Sit. Think of nothing', '航空铝架承重 150 公斤，头枕可收。|Alloy frame rated 150 kg, with a tuck-away headrest.', '600D 牛津布 铝|600D Oxford, aluminium;1.6 kg|1.6 kg;承重 150 kg|Holds 150 kg', [], [[229, 289, 97, 1900]], { sold: 3390 });
P('table-roll', 'camp-life', 'out-table', '榉木蛋卷桌|Beech Roll-top Table', '展开只要十秒|Open in ten seconds', '整板榉木卷面，四角可调平。|Solid beech slats that roll, with levelling feet.', '榉木 铝|Beech, aluminium;6.8 kg|6.8 kg;4–6 人|Four to six people', ['尺寸|Size=90 cm;120 cm'], [[329, 399, 58, 5600], [399, 479, 35, 7200]], { sold: 870 });
P('lantern', 'camp-life', 'out-lantern', '复古营地马灯 可调光|Retro Camp Lantern, Dimmable', '亮到天亮|Burns until morning', '暖光 2200K 无级调光，满电 40 小时，也能给手机充。|Warm 2,200 K dimming, 40 hours a charge, and it charges a phone.', '铁 玻璃|Iron and glass;780 g|780 g;Type-C 充电|USB-C', [], [[179, 219, 122, 960]], { sold: 2455 });
// books
P('book-moon', 'picture-book', 'book-moon,book-star', '绘本《月亮的邮差》 精装|The Moon’s Postman, Hardcover', '小狐狸今晚送信到你家|Little Fox has a letter for you tonight', '每到满月，小狐狸就背上邮包出发。可是有一封信，没有写地址。|At every full moon Little Fox sets out with the post. But one letter has no address.', '小满 文·图|Xiaoman;3–6 岁|3–6;40 页 精装|40 pages, hardcover', [], [[42.8, 52, 380, 480]], { sold: 12600, com: 1000 });
P('book-seed', 'picture-book', 'book-seed', '绘本《种子去旅行》|The Seed Goes Travelling', '风往哪儿吹，就去哪儿|Wherever the wind goes', '一粒蒲公英飞过集市、屋顶和河，最后落在谁家门前？|A dandelion seed crosses the market, the roofs and the river. At whose door will it land?', '田禾 文·图|Tian He;3–6 岁|3–6;36 页 精装|36 pages, hardcover', [], [[39.8, 48, 290, 450]], { sold: 7350, com: 1000 });
P('book-tree', 'picture-book', 'book-tree', '绘本《大树睡不着》|The Tree That Couldn’t Sleep', '它在听什么呢？|What is it listening to?', '猫头鹰、松鼠、蘑菇都来哄它，最后大树自己睡着了，你也是。|Owl, squirrel and mushrooms all try to lull it. In the end the tree drops off, and so do you.', '林一一 文·图|Lin Yiyi;2–5 岁|2–5;32 页 精装|32 pages, hardcover', [], [[39.8, 48, 240, 440]], { sold: 6890, com: 1000 });
P('book-whale', 'picture-book', 'book-whale', '绘本《小鲸鱼晒太阳》|Little Whale in the Sun', '慢一点，也没关系|It is all right to be slow', '小鲸鱼总是最后一个浮上来，可是只有它看见了彩虹。|Little Whale is always last to the surface, and the only one to see the rainbow.', '阿禾 文·图|Ahe;2–5 岁|2–5;36 页 精装|36 pages, hardcover', [], [[41.8, 52, 310, 460]], { sold: 8240, com: 1000 });
P('book-cloud', 'picture-book', 'book-cloud', '绘本《云朵面包店》|The Cloud Bakery', '今天的面包，是雨味的|Today’s bread tastes of rain', '把云揉进面团，烤出来会飘。爷爷的面包店只在下雨前开门。|Knead a cloud into the dough and the loaf floats. Grandpa’s bakery opens only before rain.', '麦穗 文·图|Mai Sui;3–7 岁|3–7;40 页 精装|40 pages, hardcover', [], [[45.8, 56, 265, 490]], { sold: 5120, com: 1000 });
P('book-dino', 'picture-book', 'book-dino', '绘本《恐龙的第一场雪》|Dinosaur’s First Snow', '天上掉下来的是什么？|What is falling from the sky?', '没见过雪的小恐龙，想把雪留给妈妈看。|A little dinosaur who has never seen snow tries to keep some for Mum.', '周小满 文·图|Zhou Xiaoman;3–6 岁|3–6;36 页 精装|36 pages, hardcover', [], [[42.8, 52, 350, 470]], { sold: 9430, com: 1000 });
P('book-kitchen', 'picture-book', 'book-kitchen', '绘本《外婆的厨房》|Grandma’s Kitchen', '锅盖一响，全家都来|When the lid rattles, everyone comes', '番茄、萝卜和一口会笑的红锅。附三道孩子能做的菜。|Tomatoes, carrots and a red pot that smiles, with three dishes children can cook.', '周小满 文·图|Zhou Xiaoman;3–7 岁|3–7;40 页 精装|40 pages, hardcover', [], [[44.8, 54, 220, 490]], { sold: 4380, com: 1000 });
P('book-snail', 'picture-book', 'book-snail', '绘本《蜗牛搬家》|Snail Moves House', '家一直背在身上呀|But your home is on your back', '蜗牛想搬一个更大的家，走了一整个夏天。|Snail wants a bigger home and walks all summer to find one.', '叶子 文·图|Yezi;2–5 岁|2–5;32 页 精装|32 pages, hardcover', [], [[39.8, 48, 275, 430]], { sold: 3960, com: 1000 });
P('book-star', 'picture-book', 'book-star', '绘本《星星修理匠》|The Star Mender', '今晚也要亮亮的|Shine again tonight', '星星也会累。修理匠爬上梯子，一颗一颗擦亮。|Stars get tired too. The mender climbs his ladder and polishes them one by one.', '小满 文·图|Xiaoman;3–6 岁|3–6;40 页 精装|40 pages, hardcover', [], [[43.8, 54, 3, 480]], { sold: 6710, com: 1000 });
P('book-giraffe', 'picture-book', 'book-giraffe', '绘本《下雨天的长颈鹿》|Giraffe on a Rainy Day', '要多高的伞才够呢|How tall must an umbrella be?', '长颈鹿的伞总是不够高，直到大家一起撑起一把。|Giraffe’s umbrella is never tall enough, until everyone holds one together.', '阿禾 文·图|Ahe;2–5 岁|2–5;36 页 精装|36 pages, hardcover', [], [[41.8, 52, 198, 460]], { sold: 4820, com: 1000 });
P('book-boxset', 'picture-book', 'book-boxset,book-moon,book-whale', '晚安故事绘本礼盒 六册|Bedtime Stories Box, Six Books', '六个晚上，六个好梦|Six nights, six good dreams', '六册精装加一张月亮夜灯贴纸，礼盒可当小书架。|Six hardcovers and a moon night-light sticker; the box becomes a shelf.', '小满等|Xiaoman and others;2–7 岁|2–7;六册 精装|Six hardcovers', ['款式|Set=标准|Standard;含夜灯|With night light'], [[198, 268, 112, 2900], [258, 328, 46, 3200]], { sold: 3570, com: 1200 });
P('cards-terms', 'play', 'book-cards', '二十四节气识字卡 48 张|Solar-term Character Cards', '一个节气，认两个字|One term, two characters', '正面画，背面写。水写布一张，写了会干，干了再写。|A picture in front, the strokes behind, and a water-writing cloth to practise on.', '小满编辑部|Xiaoman Editors;3–7 岁|3–7;48 张 双面|48 double-sided cards', [], [[59, 79, 410, 520]], { sold: 8890, com: 1200 });
P('puzzle-forest', 'play', 'book-puzzle', '森林木头拼图 双面|Wooden Forest Puzzle, Two-sided', '正面是白天，背面是夜晚|Day in front, night behind', '榉木厚片，水性漆，九块每块都有表情。配两棵能立的树。|Thick beech, water-based paint, nine faces and two standing trees.', '小满工坊|Xiaoman Workshop;1.5–4 岁|1½–4;9 块 27 cm|9 pieces, 27 cm', [], [[88, 108, 133, 760]], { sold: 2240, com: 1200 });
P('crayon-soy', 'play', 'book-crayon', '大豆蜡笔 可水洗|Washable Soy Crayons', '墙上也擦得掉|Even off the wall', '大豆蜡不沾手，折不断的粗杆。|Soy wax that stays off hands, in stout unbreakable sticks.', '小满工坊|Xiaoman Workshop;2 岁以上|2 and up;12–24 色|12–24 colours', ['颜色|Colours=12 色|12;24 色|24'], [[45, 59, 360, 380], [79, 99, 150, 720]], { sold: 7150, com: 1200 });

// ---- showcases, clips, reviews ----
const by = (...c) => products.filter(p => c.includes(p.category)).map(p => p.code), G = (n, ps) => ({ name: b(n), products: ps });
const showcases = [
  { handle: 'tea', groups: [G('新到|New in', ['gaiwan-tianqing', 'pot-shipiao', 'longjing', 'cup-oilspot', 'stove-clay', 'gift-ink', 'bowl-matcha', 'incense-celadon']), G('盖碗|Gaiwans', by('gaiwan')), G('壶|Teapots', by('teapot')), G('杯|Cups', by('cup')), G('茶席|The table', by('teaware')), G('茶|Teas', by('leaf')), G('送礼|Gifts', [...by('tea-gift'), 'cup-pair', 'cup-six', 'travel-set', 'pet-sparrow'])], pinned: ['gaiwan-tianqing', 'gaiwan-white', 'longjing'], hidden: [] },
  { handle: 'outdoor', groups: [G('睡在山里|Sleep out', by('shelter')), G('煮点什么|Cook', by('camp-cook')), G('走路|Walk', by('trail')), G('坐下来|Sit & light', by('camp-life'))], pinned: ['tent-dome', 'backpack-45'], hidden: ['drybag-20'] },
  { handle: 'books', groups: [G('睡前绘本|Bedtime', ['book-moon', 'book-tree', 'book-star', 'book-whale', 'book-boxset']), G('大自然|Nature', ['book-seed', 'book-snail', 'book-dino', 'book-giraffe', 'book-cloud', 'book-kitchen']), G('动手玩|Play', by('play'))], pinned: ['book-boxset', 'book-moon'], hidden: [] },
];
const V = (clip, caption, likes, ...cs) => ({ code: clip.slice(5), creator: clips[clip].creator, caption: b(caption), clip, poster: clip, duration_ms: length(clip) * 1000, likes, comments: cs.map(c => { const [name, text, n] = c.split('|'); return { name, text, likes: +n }; }), cards: cards(clip) });
const videos = [
  V('clip-tea-1', '水到八分，别倒满。这只天青，我拉坏了六十个才敢拿出来。#盖碗 #景德镇|Fill it to eight tenths, no more. I threw sixty bad ones before I dared show this celadon. #gaiwan', 8642, '茶小白|竹子真的要迎着光才看得到，绝了|326', '西湖边的猫|已经收到，薄得我不敢用力|188', '老陈喝茶|130 和 150 选哪个？一个人喝|41'),
  V('clip-outdoor-1', '今晚住在湖边。帐篷三分钟，剩下的时间都给星星。#露营|By the lake tonight. Three minutes for the tent, the rest for the stars. #camping', 15230, '山里的风|这是哪里的湖？求路线|512', '阿May|马灯好有感觉，买了两个|231'),
  V('clip-books-1', '睡前再读一本，就一本。小狐狸送来的信，是写给你的。#睡前故事|One more before bed, just one. The fox’s letter is for you. #bedtime', 11870, '豆豆妈|我家这个月第二十遍了|640', '小宇爸爸|读到没写地址那页，孩子哭了|305', '柠檬|礼盒当生日礼物，刚刚好|97'),
  V('clip-tea-2', '三把壶，三种脾气：西施圆，石瓢稳，提梁静。你像哪一把？#紫砂|Three pots, three tempers: Xishi round, Shipiao steady, Tiliang still. Which are you? #yixing', 6218, '壶友老李|石瓢的三足做得干净|154', '安安|提梁那把的底座单卖吗|22'),
  V('clip-outdoor-2', '早上六点，山还没醒。一炉火，一口咖啡，一碗面。#徒步早餐|Six in the morning, the hills asleep. A flame, a coffee, a bowl of noodles. #trailfood', 9034, '不想上班|看得我想请假|788', '木木|钛锅煮面糊不糊底？|36'),
  V('clip-tea-3', '清明前的龙井，八十度的水，看它一片片醒来。#春茶|Pre-Qingming Longjing, water at eighty degrees: watch it wake leaf by leaf. #springtea', 7450, '杭州阿婆|是这个味道，豆香清清的|267', 'Leo|杯子链接找到了，谢谢|58'),
  V('clip-books-2', '三本关于“慢一点”的书。给急性子的孩子，也给急性子的我们。#绘本推荐|Three books about going slowly, for hurried children and hurried us. #picturebooks', 5396, '圆圆|小鲸鱼那本我自己看哭|211', '青青草|大树睡不着，亲测有效，十分钟睡着|176'),
  V('clip-tea-4', '下雪天，哪儿也不去。炉子一烧，橘子皮一放，就是冬天。#围炉煮茶|Snow, and nowhere to be. Light the stove, drop in the peel: winter. #firesidetea', 13420, '北方的雪|围炉套装全套带炭的还有吗|143', '一只橘子|小青柑一颗真能煮一下午|389', '小满|铁壶好重，但是好看|64'),
  V('clip-outdoor-3', '一个人的三天两夜：包里有什么，为什么带。#重装徒步|Three days alone: what is in the pack, and why. #trekking', 8107, '行者无疆|登山杖软木握把真的不滑|132', '小鹿|女生背 M 还是 L？163|45'),
  V('clip-books-3', '下雪、下雨、出星星，三个晚上的三个故事。#亲子阅读|Snow, rain, stars: three stories for three nights. #readaloud', 4873, '糖糖妈|恐龙戴帽子那页太可爱|158', '小石头|星星修理匠什么时候补货呀|93'),
  V('clip-tea-5', '同一窑，两只盏：一只下雨，一只有星空。#建盏|One kiln, two bowls: one holds rain, the other stars. #tenmoku', 5921, '黑釉控|油滴又没了，补货叫我|276', '墨墨|配那炷香，看困了（褒义）|85'),
  V('clip-outdoor-4', '零下五度怎么睡？先生火，再坐一会儿，然后钻进去。#冬季露营|Sleeping at minus five: make fire, sit a while, crawl in. #wintercamping', 10260, '怕冷星人|睡袋选 800 还是 1000 克？|119', '老王|焚火台收起来真的很薄|203'),
];
const R = (product, name, stars, text, days_ago, i = 0) => ({ product, name, stars, text: b(text), days_ago, sku: products.find(p => p.code === product).skus[i].code });
const reviews = [
  R('gaiwan-tianqing', '茶小白', 5, '薄、轻、不烫手。竹影要倒了茶才看得清，第一次看到的时候真的“哇”了一声。|Thin, light, never hot to hold. The bamboo shows only with tea inside; I actually gasped.', 3),
  R('gaiwan-tianqing', '老陈喝茶', 5, '一个人喝 130 足够，出水快，没有滴漏。包装三层泡沫，放心。|130 ml is plenty for one. Pours fast, no drip. Packed in three layers of foam.', 8),
  R('gaiwan-tianqing', '林间小路', 4, '釉色比图上更淡一点，但我更喜欢。扣一星给快递，晚了一天。|A little paler than the photo, which I prefer. One star off for a day’s delay.', 12, 2),
  R('gaiwan-tianqing', '阿宁', 5, '配了两只杯，送婆婆的，她天天用。|With the two cups, for my mother-in-law. She uses it every day.', 21, 1),
  R('gaiwan-white', '素心', 5, '白得温柔。泡银针时汤色看得一清二楚。|A gentle white. Silver Needle shows its true colour.', 2, 1),
  R('gaiwan-white', '小周', 4, '新手第一只盖碗，前两次烫到，第三次就会了。|My first gaiwan. Burnt myself twice, then learned.', 15),
  R('gaiwan-white', '南山', 5, '回购第三只，前两只都被朋友拿走了。|My third; friends took the first two.', 30, 2),
  R('gaiwan-ru', '开片控', 5, '用了两个月，纹路已经开始变成金色，越来越好看。|Two months in, the crackle is turning gold.', 9),
  R('gaiwan-qinghua', '画画的猫', 5, '画师签名卡很用心，线条干净，没有印花的呆板。|The painter’s card is a lovely touch. Clean lines, nothing printed about it.', 17),
  R('gaiwan-ink', '粗陶爱好者', 4, '质感好，略重，泡老茶很稳。|Good texture, a bit heavy, steady with aged tea.', 26),
  R('pot-xishi', '壶友老李', 5, '泥料真，开壶第一泡没有土味。断水利落。|Honest clay, no earthy taste on the first brew, a clean cut-off.', 6),
  R('pot-xishi', '石头记', 5, '段泥养了一个月，颜色开始润了。|The duan clay has begun to glow after a month.', 33, 2),
  R('pot-glass', '下午三点', 5, '看花开这件事，治好了我的午后犯困。|Watching flowers open cured my afternoon slump.', 4, 1),
  R('pot-glass', '豆浆', 3, '壶不错，盖子有一点松，客服说是正常的。|A fine pot; the lid is a little loose, which they say is normal.', 19),
  R('cup-tenmoku', '黑釉控', 5, '毫纹在茶里真的会泛银，图片拍不出来。|The streaks do turn silver under tea. No photo shows it.', 7),
  R('cup-plum', '梅子', 5, '四只四枝不一样，客人都要先挑一会儿。|Four cups, four branches; guests take their time choosing.', 11, 2),
  R('cup-double-glass', 'Leo', 5, '倒开水也不烫手，办公室人手一个了。|Boiling water and it stays cool. The whole office has one.', 5),
  R('cup-double-glass', '小满足', 4, '轻，通透。洗的时候要小心。|Light and clear. Wash with care.', 14, 2),
  R('cup-mug', '上班族阿杰', 5, '“慢”字放在显示器旁边，每天提醒自己。|The word “slow” sits beside my monitor.', 10),
  R('longjing', '杭州阿婆', 5, '喝了四十年龙井，这个价钱这个品质，实在。|Forty years of Longjing, and this is honest for the price.', 6),
  R('longjing', '清明雨', 5, '豆香很正，三泡以后还有甜。|True bean fragrance, sweet past the third cup.', 13, 1),
  R('longjing', '阿哲', 4, '叶子整齐，罐子也好看。希望有小样。|Even leaf, pretty tin. I wish there were samples.', 24),
  R('lapsang', '暖胃', 5, '桂圆甜，冬天早上第一杯就是它。|Longan-sweet; the first cup of winter mornings.', 9, 1),
  R('mandarin-puer', '一只橘子', 5, '一颗焖一壶，能喝一整天，柑香很干净。|One fruit fills a jug all day. A clean citrus scent.', 8, 1),
  R('stove-clay', '北方的雪', 5, '全套到手，朋友圈一发，周末来了六个人。|Posted the set, and six friends came that weekend.', 16, 2),
  R('travel-set', '出差狂', 5, '塞进登机箱毫无压力，酒店也能好好喝茶。|Slips into my cabin bag. Real tea in hotels at last.', 18),
  R('pet-sparrow', '养雀人', 5, '浇了半年，背上的颜色真的深了。|Six months of tea and its back has darkened.', 40),
  R('gift-red', '体面人', 5, '送领导很合适，包装不浮夸。|A proper gift, and never showy.', 22),
  R('tea-bags', '打工茶', 4, '七种都不难喝，最喜欢茉莉和乌龙。|All seven are good; jasmine and oolong are best.', 12),
  R('tent-dome', '山里的风', 5, '山脊上七级风扛住了，内帐一滴水没有。|Held in a gale on the ridge, not a drop inside.', 5),
  R('tent-dome', '周末露营家', 4, '搭起来真的快，收纳袋略紧。|Really quick to pitch. The stuff sack is snug.', 20, 1),
  R('backpack-45', '小鹿', 5, '163 背 M 刚好，腰封受力很舒服。|At 163 cm the M fits; the hip belt carries well.', 7),
  R('mug-enamel', '木木', 5, '磕了一下有个小疤，反而更喜欢了。|Got its first dent, and I like it more.', 15, 1),
  R('flask', '行者无疆', 5, '早上灌的开水，晚上九点还能泡面。|Filled at dawn, noodles at nine in the evening.', 9, 1),
  R('chair-moon', '躺平大师', 5, '坐下就不想起来，150 斤稳稳的。|Once down I do not get up. Solid at 75 kg.', 11),
  R('sleeping-bag', '怕冷星人', 4, '零度左右很暖，-5 就要穿抓绒。|Warm at zero; at −5 wear a fleece.', 28),
  R('book-moon', '豆豆妈', 5, '孩子每晚要找“没有地址的信”，这个月第二十遍。|Every night we look for the letter with no address. Twentieth time this month.', 4),
  R('book-moon', '小宇爸爸', 5, '画面有光，读着读着大人先静下来。|The pages glow. The grown-up calms down first.', 13),
  R('book-whale', '圆圆', 5, '“慢一点也没关系”，谢谢这本书。|“It’s all right to be slow.” Thank you for this book.', 10),
  R('book-boxset', '柠檬', 5, '礼盒质感好，夜灯贴纸孩子抱着睡。|A lovely box, and the night light sleeps in her arms.', 6, 1),
  R('cards-terms', '小学班主任', 5, '班里人手一套，节气和字一起记住了。|My whole class has a set. They learn the terms and the characters together.', 17),
  R('puzzle-forest', '一岁半', 4, '边角圆，没有味道。树再重一点更好。|Rounded edges, no smell. The trees could be heavier.', 23),
];
export default { categories, shops, freight, creators, products, showcases, videos, reviews, coupons: [] };
