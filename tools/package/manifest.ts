/** What of package.json the published one is made from. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

/** Fields that only a clone needs. */
const CLONE_ONLY = ['scripts', 'devDependencies', 'overrides', 'private']

/**
 * The package.json that is published: no scripts, nothing for development, and no Node of its own, since whoever
 * installs a package chose a Node already.
 */
export function publishedManifest(manifest: Manifest): Manifest {
  const optional = Object.entries(manifest.optionalDependencies ?? {}).filter(([name]) => !name.startsWith('node-'))
  const kept = Object.entries(manifest).filter(([key]) => !CLONE_ONLY.includes(key))
  return {
    ...Object.fromEntries(kept),
    name: manifest.name,
    version: manifest.version,
    optionalDependencies: Object.fromEntries(optional),
  }
}
