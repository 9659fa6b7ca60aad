import { Client, DatabaseError } from 'pg'

/** Prints whether the server named by its argument, as JSON, lets this user in: `welcome`, or the code of the refusal. */
const client = new Client(JSON.parse(process.argv[2] ?? ''))
try {
  await client.connect()
  console.log('welcome')
} catch (error) {
  console.log(error instanceof DatabaseError ? error.code : 'unreachable')
} finally {
  await client.end()
}
