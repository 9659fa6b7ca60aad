import ts from 'typescript'

import { OWNED_WORDS } from './owned-words.ts'

export interface AmbientBreach {
  readonly path: string
  readonly line: number
  readonly word: string
  readonly remedy: string
}

/** Names each owned word that `path` writes without being its owner. Comments do not count. */
export function scanSource(path: string, text: string): readonly AmbientBreach[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const breaches: AmbientBreach[] = []

  function visit(node: ts.Node): void {
    const word = wordOf(node)
    const owned = OWNED_WORDS.find(({ words, owners }) => words.includes(word) && !owners.includes(path))
    if (owned) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      breaches.push({ path, line: line + 1, word, remedy: owned.remedy })
    }
    ts.forEachChild(node, visit)
  }

  visit(source)
  return breaches
}

function wordOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isStringLiteral(node)) return node.text
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}.${node.name.text}`
  }
  if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return ts.isStringLiteral(node.argumentExpression) ? `${node.expression.text}.${node.argumentExpression.text}` : ''
  }
  if (ts.isNewExpression(node) && isDateWithoutArgument(node)) return 'new Date()'
  if (ts.isCallExpression(node) && isDateWithoutArgument(node)) return 'Date()'
  return ''
}

function isDateWithoutArgument(node: ts.NewExpression | ts.CallExpression): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === 'Date' && !node.arguments?.length
}
