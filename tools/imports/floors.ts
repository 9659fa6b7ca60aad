/** The rooms of `src/` by floor, lowest first. A room may import lower floors and itself, never a room beside it. */
export const FLOORS = [
  ['base'],
  ['model'],
  ['policy'],
  ['parse', 'seal', 'evidence'],
  ['store', 'channel'],
  ['flow'],
  ['job', 'http', 'cli'],
] as const satisfies readonly (readonly string[])[]

/** The files above all floors: they build the parts, join them and read the environment. */
export const TOP_FILES = [
  'src/main.ts',
  'src/config.ts',
  'src/build-parts.ts',
  'src/desk.ts',
  'src/guest.ts',
  'src/examine.ts',
  'src/log.ts',
] as const

/** Rooms that run in a browser as well: no Node module, no npm package. */
export const PURE_ROOMS = ['base', 'model', 'policy', 'evidence'] as const

/** Packages that one room speaks for; everybody else asks that room. Paths are patterns of files that may import. */
export const PACKAGE_OWNERS = [
  { packages: ['pg', 'kysely'], owners: ['src/store/'] },
  { packages: ['pg-boss'], owners: ['src/store/', 'src/job/'] },
  { packages: ['postal-mime', 'html-to-text'], owners: ['src/parse/', 'sim/'] },
  { packages: ['nodemailer', 'smtp-server'], owners: ['src/channel/', 'sim/'] },
] as const satisfies readonly { readonly packages: readonly string[]; readonly owners: readonly string[] }[]

/** Rooms that stand on the same floor as `room` or above it, and so may not be imported from it. */
export function roomsOutOfReach(room: string): readonly string[] {
  const floor = FLOORS.findIndex((rooms) => rooms.some((name) => name === room))
  return FLOORS.slice(floor)
    .flat()
    .filter((name) => name !== room)
}

/** Whether a module stands where the house has a place for it. Modules outside `src/` always do. */
export function isHoused(path: string): boolean {
  if (!path.startsWith('src/')) return true
  return TOP_FILES.some((file) => file === path) || FLOORS.flat().some((room) => path.startsWith(`src/${room}/`))
}
