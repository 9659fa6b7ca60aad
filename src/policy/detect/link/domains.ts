import { foldText } from '../fold/fold.ts'

/*
 * Endings of hosts after IANA's root zone, and providers of mail. Left out: brands that nobody
 * writes, and endings that are a word of German before they are a city.
 */
const GENERIC =
  'com net org info biz io co edu gov mil int arpa aero asia cat coop jobs mobi museum name pro tel travel xxx ' +
  'app dev page blog web wiki art arts bar beer best bet bid bio black blue boo boutique build builders business buzz cab cafe cam camera camp capital car cards care career cars cash casino center ceo ' +
  'charity chat cheap church city claims cleaning click clinic clothing cloud club codes coffee college community company computer condos construction consulting contact contractors cool coupons credit ' +
  'cruises dance date dating day deals degree delivery democrat dental design diamonds diet digital direct directory discount doctor dog domains download earth eco education email energy engineer engineering ' +
  'enterprises equipment estate events exchange expert exposed express fail faith family fan fans farm fashion finance financial fish fishing fit fitness flights florist flowers foo football forsale forum foundation fun fund furniture futbol fyi ' +
  'gallery game games garden gay gift gifts gives glass global gmbh gold golf graphics gratis green gripe group guide guitars guru hair haus health healthcare help here hiphop hiv hockey holdings holiday homes horse hospital host hosting house how icu immo ink institute insure international investments irish ' +
  'jetzt jewelry kaufen kim kitchen kiwi land lat law lawyer lease legal lgbt life lighting limited limo link live llc loan loans lol london love ltd ltda luxe luxury maison management market marketing markets mba media meet meme memorial men menu mom moda moe money monster mortgage motorcycles movie nagoya navy network new news ngo ninja now nyc observer okinawa one ong onl online ooo organic osaka ' +
  'paris partners parts party pet pharmacy photo photography photos pics pictures pink pizza place plumbing plus poker porn press productions promo properties property pub qpon quest racing realestate realty recipes red rehab reise reisen rent rentals repair report republican rest restaurant review reviews rip rocks rodeo run sale salon sarl school schule science scot security select services sex sexy shoes shop shopping show singles site ski skin soccer social software solar solutions soy space srl storage store stream studio study style sucks supplies supply support surf surgery swiss systems ' +
  'tattoo tax taxi team tech technology tennis theater tickets tienda tips tires tirol today tokyo tools top tours town toys trade trading training tube university uno vacations vegas ventures vet viajes video villas vin vip vision vodka vote voyage watch watches webcam website wedding wien win wine work works world wtf xin xyz yachts yoga yokohama zone berlin hamburg koeln cologne bayern saarland ruhr amsterdam brussels vlaanderen bzh corsica barcelona madrid eus gal istanbul miami boston ' +
  'みんな コム ストア ファッション グーグル セール クラウド ポイント 网店 网址 中国 公司 网络 商城 рус онлайн сайт москва'
const COUNTRIES =
  'ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg es et eu fi fj fm fo fr ga gd ge gg gh gi gl gm gp gr gs gt gy hk hm hn hr ht hu id ie il im in io iq ir is it je jo jp ke kg kh ki km kn kr kw ky kz la lb lc li lk ls lt lu lv ly ma mc md me mg mk ml mm mn mo mp mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw qa re ro rs ru rw sa sb sc sd se sg si sk sl sm sn so sr st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw рф укр'
/** Endings that are file types as well: only behind `www.` or a scheme, or before a path. */
const FILE_TYPES = 'zip mov md ps ai app foo sh py doc'

/** Mail providers that people name without an ending; nobody says "at gmail" of a place. */
const SURE_PROVIDERS =
  'gmail googlemail hotmail icloud aol gmx protonmail proton yandex zoho t-online wanadoo laposte libero virgilio tiscali btinternet docomo ezweb softbank rocketmail ymail mailru fastmail tutanota posteo mailbox hushmail interia onet tlen ziggo kpnmail xs4all telenet skynet bredband spray uol bol sapo hotmai gmal yopmail mailinator mynet superonline qq naver hanmail sfr neuf numericable alice tin rediffmail web.de nifty biglobe'
/** Those whose names are words or companies as well. */
const PROVIDERS =
  'yahoo outlook web freenet live msn mail email orange free terra wp o2 me mac gmx telia comcast verizon sky virgin att cox ntl rogers bell shaw telus bigpond arcor vodafone ono movistar alice inwind planet hetnet chello op poczta gazeta passagen comhem ig globo netcabo clix kabel posta ukr rambler inbox vivaldi hey skiff'

interface Tables {
  readonly endings: ReadonlySet<string>
  readonly fileTypes: ReadonlySet<string>
  readonly sureProviders: ReadonlySet<string>
  readonly providers: ReadonlySet<string>
}
let tables: Tables | undefined

function known(): Tables {
  tables ??= {
    endings: listOf(`${GENERIC} ${COUNTRIES}`),
    fileTypes: listOf(FILE_TYPES),
    sureProviders: listOf(SURE_PROVIDERS),
    providers: listOf(`${SURE_PROVIDERS} ${PROVIDERS}`),
  }
  return tables
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(foldText(words).text.split(' '))
}

/** Whether a folded word can end a host name. */
export function isEnding(word: string): boolean {
  return known().endings.has(word)
}

/** Whether an ending is a file type as well, so that `plan.md` alone is no host. */
export function isFileType(word: string): boolean {
  return known().fileTypes.has(word)
}

/** Whether a folded word names a mail provider. */
export function isProvider(word: string): boolean {
  return known().providers.has(word)
}

/** Whether it names a mail provider and can mean nothing else. */
export function isSureProvider(word: string): boolean {
  return known().sureProviders.has(word)
}
