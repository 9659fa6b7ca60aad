export interface Suite {
  readonly files: readonly string[]
  readonly without: readonly string[]
  /** Whether its files share what test/setup.ts starts, such as the database server. */
  readonly shared: boolean
}

/** The kinds of tests, told apart by place. */
const SUITES: Readonly<Record<string, Suite>> = {
  unit: {
    files: ['src/**/*.test.ts', 'sim/**/*.test.ts', 'web/**/*.test.ts', 'tools/**/*.test.ts'],
    without: [],
    shared: false,
  },
  whole: { files: ['test/**/*.test.ts'], without: ['test/real/**', 'test/long/**'], shared: true },
  real: { files: ['test/real/**/*.test.ts'], without: [], shared: true },
  long: { files: ['test/long/**/*.test.ts'], without: [], shared: true },
}

/** The suite of that name. Throws when there is none. */
export function findSuite(name: string): Suite {
  const suite = SUITES[name]
  if (!suite) throw new RangeError(`no suite is called ${name}; there are ${Object.keys(SUITES).join(', ')}`)
  return suite
}

/** Files at once: each waits for servers more than it computes, and node:test by itself runs one on two cores. */
const FILES_AT_ONCE = 3

/** Pure tests run in one process, since starting one a file takes longer than the tests; the others one a file. */
export function suiteArguments(suite: Suite): readonly string[] {
  if (!suite.shared) return ['--test', '--test-isolation=none']
  return ['--test', `--test-concurrency=${FILES_AT_ONCE}`, '--test-global-setup=test/setup.ts']
}
