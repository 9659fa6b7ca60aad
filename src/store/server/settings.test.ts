import assert from 'node:assert/strict'
import { test } from 'node:test'

import { commandLine, identMap, PEER_HBA } from './settings.ts'

test('a setting given for the place does not lose a wall', () => {
  const args = commandLine({ listen_addresses: '' })

  assert.ok(args.includes('listen_addresses='))
  assert.ok(args.includes('log_parameter_max_length=0'))
  assert.ok(args.includes('log_min_error_statement=panic'))
})

test('one system user may be each of our roles, and root, who could be that user', () => {
  const usersOf = (map: string) =>
    new Set(
      map
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' ')[1]),
    )

  assert.ok(identMap('ada').startsWith('desk "ada" safereply_admin\n'))
  assert.deepEqual(usersOf(identMap('ada')), new Set(['"ada"', '"root"']))
  assert.equal(identMap('root').split('\n').filter(Boolean).length, 3)
})

test('a user name with a quote stays one word', () => {
  assert.ok(identMap('a"b c').startsWith('desk "a""b c" '))
})

test('the only way in is the socket, with the user checked', () => {
  assert.equal(PEER_HBA, 'local all safereply_admin,safereply_app,safereply_log peer map=desk\n')
})
