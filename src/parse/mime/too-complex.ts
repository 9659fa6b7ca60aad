/** Thrown while a mail is read when it is larger, deeper or wider than a named limit. Becomes the outcome `too-complex`. */
export class TooComplex extends Error {
  constructor(options: ErrorOptions = {}) {
    super('the mail is beyond a limit', options)
    this.name = 'TooComplex'
  }
}
