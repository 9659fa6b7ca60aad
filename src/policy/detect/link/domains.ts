/** Endings that make a bare `name.ending` a host. Left out: endings that are file types (zip, mov, py, sh, md). After IANA's root zone. */
const ENDINGS =
  'com net org info biz io co app dev shop store online site website xyz club top me tv cc ly gg gl gd link live life pro mobi name page blog tech cloud email eu ' +
  'us uk de fr it es nl be lu at ch pl cz sk hu ro bg gr pt se no dk fi is ie tr ru ua by lt lv ee hr si rs jp cn hk tw kr in sg my th vn id ph au nz ca mx br ar cl pe ae sa eg il za ng ke ma ai to im so ws fm la st vc gy tk'

/** Mail providers people name without their ending. */
const PROVIDERS =
  'gmail googlemail yahoo hotmail outlook icloud aol gmx web freenet live msn protonmail proton yandex zoho mail t-online orange wanadoo laposte free libero virgilio terra ziggo interia onet wp o2 bol uol btinternet docomo ezweb softbank'

let endings: ReadonlySet<string> | undefined
let providers: ReadonlySet<string> | undefined

/** Whether a folded word can end a bare host name. */
export function isEnding(word: string): boolean {
  endings ??= new Set(ENDINGS.split(' '))
  return endings.has(word)
}

/** Whether a folded word names a mail provider. */
export function isProvider(word: string): boolean {
  providers ??= new Set(PROVIDERS.split(' '))
  return providers.has(word)
}
