import { join } from 'node:path'

import { cruise } from 'dependency-cruiser'

import { isHoused } from './floors.ts'
import { importRules } from './rules.ts'

/** One import that should not be: the rule's name, both ends, and what to do. */
export interface ImportBreach {
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly remedy: string
}

export interface ImportReport {
  readonly moduleCount: number
  readonly breaches: readonly ImportBreach[]
}

/** Reads every module below the folders of `root` and names each import that breaks a rule. */
export async function readImports(root: string, folders: readonly string[]): Promise<ImportReport> {
  const rules = importRules()
  const result = await cruise([...folders], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(root, 'tsconfig.json') },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  })
  if (typeof result.output === 'string') throw new TypeError('the cruiser answered with text instead of modules')

  const remedies = new Map(rules.map((rule) => [rule.name, rule.comment]))
  const own = result.output.modules.filter((module) => folders.some((folder) => module.source.startsWith(`${folder}/`)))
  const breaches = result.output.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.to,
    remedy: remedies.get(violation.rule.name) ?? '',
  }))
  return { moduleCount: own.length, breaches: [...breaches, ...own.flatMap((module) => unhoused(module.source))] }
}

function unhoused(path: string): readonly ImportBreach[] {
  if (isHoused(path)) return []
  const remedy = 'src/ holds the rooms and the few files of the top floor. Move the file into the lowest room it fits.'
  return [{ rule: 'closed-vocabulary', from: path, to: 'src/', remedy }]
}
