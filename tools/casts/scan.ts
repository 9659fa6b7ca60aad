import ts from 'typescript'

export interface BareCast {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** Names each `as` without a comment on its line that tells why the type holds. `as const` claims nothing and needs no proof. */
export function scanCasts(path: string, text: string): readonly BareCast[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind)
  const lines = text.split('\n')
  const casts: BareCast[] = []

  function visit(node: ts.Node): void {
    if (isCast(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getEnd()).line
      const shown = lines[line] ?? ''
      if (!/\/\/ \S/u.test(shown)) casts.push({ path, line: line + 1, text: shown.trim() })
    }
    ts.forEachChild(node, visit)
  }

  visit(source)
  return casts
}

function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)
}
