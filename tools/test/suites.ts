export interface Suite {
  readonly files: readonly string[]
  readonly without: readonly string[]
  /** Files at once; undefined for pure tests, which run in one process without what test/setup.ts starts. */
  readonly atOnce?: number
}

/** The kinds of tests, told apart by place. */
const SUITES: Readonly<Record<string, Suite>> = {
  unit: {
    files: ['src/**/*.test.ts', 'sim/**/*.test.ts', 'web/**/*.test.ts', 'tools/**/*.test.ts'],
    without: [],
  },
  // Each file waits for servers more than it computes, and node:test by itself runs one at a time on two cores.
  whole: { files: ['test/**/*.test.ts'], without: ['test/real/**', 'test/long/**'], atOnce: 3 },
  // A browser or a mail server has the machine to itself, and so has what is measured.
  real: { files: ['test/real/**/*.test.ts'], without: [], atOnce: 1 },
  long: { files: ['test/long/**/*.test.ts'], without: [], atOnce: 1 },
}

/** The suite of that name. Throws when there is none. */
export function findSuite(name: string): Suite {
  const suite = SUITES[name]
  if (!suite) throw new RangeError(`no suite is called ${name}; there are ${Object.keys(SUITES).join(', ')}`)
  return suite
}

/** Pure tests run in one process, since starting one a file takes longer than the tests; the others one a file. */
export function suiteArguments({ atOnce }: Suite): readonly string[] {
  if (atOnce === undefined) return ['--test', '--test-isolation=none']
  return ['--test', `--test-concurrency=${atOnce}`, '--test-global-setup=test/setup.ts']
}
