const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** Text without control characters, line ends as `\n`; a tab stays. For what came from outside. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '')
}

/** One line: control characters and line ends become a space, runs of spaces one. For header values, in and out. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim()
}

/** The first `limit` UTF-16 units, never cutting a character in two; an ellipsis when something was cut. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = /[\ud800-\udbff]/u.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1
  return `${text.slice(0, end).trimEnd()}…`
}
