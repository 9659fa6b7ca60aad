import { openTestServer, SHARED_SERVER_VARIABLE, type TestServer } from './test-server.ts'

let shared: TestServer | undefined

/** Runs once before all test files: one server for the run, named to their processes by the environment. */
export async function globalSetup(): Promise<void> {
  shared = await openTestServer()
  process.env[SHARED_SERVER_VARIABLE] = JSON.stringify(shared.connections)
}

/** Runs once after all test files. */
export async function globalTeardown(): Promise<void> {
  delete process.env[SHARED_SERVER_VARIABLE]
  await shared?.[Symbol.asyncDispose]()
}
