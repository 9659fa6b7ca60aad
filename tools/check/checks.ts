import type { Check } from './run-checks.ts'

/** Folders whose code is linted and formatted. */
const CODE = ['src', 'sim', 'web', 'test', 'tools', 'bench', 'bin']

/** Everything `npm run check` looks at, the slowest first. */
export const CHECKS: readonly Check[] = [
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', ...CODE] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of web', command: ['tsc', '-p', 'web/tsconfig.json'] },
  { name: 'types of policy', command: ['tsc', '-p', 'src/policy/tsconfig.json'] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  { name: 'imports', command: ['node', 'tools/imports.ts'] },
  { name: 'ambient', command: ['node', 'tools/ambient.ts'] },
  { name: 'casts', command: ['node', 'tools/casts.ts'] },
  { name: 'format', command: ['oxfmt', '--check', ...CODE, 'vite.config.ts'] },
  { name: 'rules', command: ['node', 'tools/rules.ts', '--check'] },
  { name: 'lexicon', command: ['node', 'tools/lexicon.ts', '--check'] },
  { name: 'sizes', command: ['node', 'tools/sizes.ts'] },
]
