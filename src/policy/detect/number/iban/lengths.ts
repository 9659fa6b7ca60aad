/** Lengths by country, after the registry of ISO 13616 and the countries that use the form without being in it. */
const LENGTHS =
  'ad24ae23al28ao25at20az28ba20be16bf28bg22bh22bi27bj28br29by28cf27cg27ch21ci28cm27cr22cv25cy28cz24de22dj27dk18do28dz26ee20eg29es24fi18fk18fo18fr27ga27gb22ge22gi23gl18gq27gr27gt28gw25hn28hr21hu28ie22il23iq23ir26is26it27jo30km27kw30kz20lb28lc32li21lt20lu20lv21ly25ma28mc27md24me22mg27mk19ml28mn20mr27mt31mu30mz25ne28ni28nl18no15om23pk24pl28ps29pt25qa29ro24rs22ru33sa24sc31sd18se24si19sk24sm27sn28so23st25sv28td27tg28tl23tn24tr26ua29va22vg24xk20ye30'

/** Length of an account by the first two letters of it, folded. */
export function ibanLengths(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (let at = 0; at < LENGTHS.length; at += 4)
    table.set(LENGTHS.slice(at, at + 2), Number(LENGTHS.slice(at + 2, at + 4)))
  return table
}
