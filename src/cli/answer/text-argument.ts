import { readTexts } from '../read-texts.ts'

/** The text of a file, or of standard input for `-` and when none is named, without the line end at its end. */
export async function textOf(file: string | undefined): Promise<string> {
  let text = ''
  for await (const named of readTexts(file === undefined ? [] : [file])) text += named.text
  return text.replace(/\r?\n$/u, '')
}
