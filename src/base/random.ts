/** Where random bytes come from. Passed in, so that a test can replay a run. */
export interface Random {
  bytes(count: number): Uint8Array
}
