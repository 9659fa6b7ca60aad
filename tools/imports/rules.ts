import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

import { FLOORS, PACKAGE_OWNERS, PURE_ROOMS, roomsOutOfReach, TOP_FILES } from './floors.ts'

const TEST_FILE = '\\.test\\.tsx?$'
const BROWSER_ROOMS = 'base|model|policy'

/** Every rule about who may import whom. The comment of a rule is what its breach says: the remedy. */
export function importRules(): IRegularForbiddenRuleType[] {
  return [...FLOORS.flat().map(roomRule), ...PURE_ROOMS.map(pureRule), ...ownerRules(), ...outerRules(), ...treeRules()]
}

function roomRule(room: string): IRegularForbiddenRuleType {
  const outOfReach = roomsOutOfReach(room).map((name) => `src/${name}/`)
  return forbid({
    name: `room-${room}`,
    comment: `${room}/ may import lower floors only. Move the shared lines to a lower room, take the value as an argument, or let flow/ join the two.`,
    from: { path: `^src/${room}/` },
    to: { path: anyOf([...outOfReach, ...TOP_FILES]) },
  })
}

function pureRule(room: string): IRegularForbiddenRuleType {
  return forbid({
    name: `pure-${room}`,
    comment: `${room}/ also runs in a browser: no Node module, no npm package. Take what you need as an argument.`,
    from: { path: `^src/${room}/`, pathNot: TEST_FILE },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
  })
}

function ownerRules(): IRegularForbiddenRuleType[] {
  return PACKAGE_OWNERS.flatMap(({ packages, owners }) =>
    packages.map((name) =>
      forbid({
        name: `package-${name}`,
        comment: `${name} is imported in ${owners.join(' and ')} only. Call a function of that room instead.`,
        from: { path: '^(src|sim|web)/', pathNot: anyOf(owners) },
        to: { path: `(^|/)node_modules/(@types/)?${name}/` },
      }),
    ),
  )
}

function outerRules(): IRegularForbiddenRuleType[] {
  return [
    forbid({
      name: 'src-stands-alone',
      comment:
        'src/ is what we ship: it never imports sim, web, test, tools or bench. Speak to a stand-in over its socket.',
      from: { path: '^src/' },
      to: { path: '^(sim|web|test|tools|bench)/' },
    }),
    forbid({
      name: 'sim-sees-words',
      comment:
        'sim/ sees base and model only, so that a fault of the product is not repeated in its stand-in. Write it anew.',
      from: { path: '^sim/' },
      to: { path: `^(src/(?!(base|model)/)|(web|test|tools|bench)/)` },
    }),
    forbid({
      name: 'web-sees-policy',
      comment:
        'web/ sees base, model and policy; ask the rest over HTTP. Types of src/http/route/ come through web/api/.',
      from: { path: '^web/', pathNot: '^web/api/' },
      to: { path: `^(src/(?!(${BROWSER_ROOMS})/)|(sim|test|tools|bench)/)` },
    }),
    forbid({
      name: 'web-api-sees-shapes',
      comment: 'web/api/ sees base, model, policy and the types of src/http/route/. Ask the rest over HTTP.',
      from: { path: '^web/api/' },
      to: { path: `^(src/(?!(${BROWSER_ROOMS}|http/route)/)|(sim|test|tools|bench)/)` },
    }),
    forbid({
      name: 'web-api-types-only',
      comment: 'A schema library costs the browser 91 kB: write `import type` for what comes from src/http/route/.',
      from: { path: '^web/' },
      to: { path: '^src/http/route/', dependencyTypesNot: ['type-only'] },
    }),
    forbid({
      name: 'test-is-the-end',
      comment:
        'Nothing but bench/ imports test/, for the servers of others that both start. Move the lines to the room they speak of, or to sim/ when they stand in for a server.',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^test/' },
    }),
    forbid({
      name: 'shipped-dependencies',
      comment:
        'The package ships src/ and sim/ without devDependencies. Move the dependency to `dependencies`, or do without.',
      from: { path: '^(src|sim)/', pathNot: TEST_FILE },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    }),
  ]
}

function treeRules(): IRegularForbiddenRuleType[] {
  return [
    forbid({
      name: 'no-cycle',
      comment: 'No cycles, not even of types. Move what both need to a file of its own below them.',
      from: {},
      to: { circular: true },
    }),
    forbid({
      name: 'resolvable',
      comment:
        'Nothing is found under this name. Mend the path (relative imports end in .ts), or name the dependency in package.json.',
      from: {},
      to: { couldNotResolve: true },
    }),
  ]
}

function forbid(rule: Omit<IRegularForbiddenRuleType, 'severity'>): IRegularForbiddenRuleType {
  return { severity: 'error', ...rule }
}

function anyOf(paths: readonly string[]): string {
  return `^(${paths.map((path) => path.replaceAll('.', '\\.')).join('|')})`
}
