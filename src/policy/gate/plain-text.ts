import { withoutControls } from '../../base/text.ts'

/** Characters that change the direction of what follows, and line ends that mail does not know. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/gu
const ODD_LINE_ENDS = /[\u2028\u2029]/gu

/** The text without control and direction characters, its line ends all `\n`: it reads as what it says. */
export function plainText(text: string): string {
  return withoutControls(text).replace(ODD_LINE_ENDS, '\n').replace(DIRECTIONS, '')
}

/** Whether a text is plain already. */
export function isPlainText(text: string): boolean {
  return plainText(text) === text
}
