/** What the SMTP server library answers with when a handler hands it this. 4xx: the sender keeps the mail. */
export class SmtpRefusal extends Error {
  readonly responseCode: number

  constructor(responseCode: number, sentence: string) {
    super(sentence)
    this.name = 'SmtpRefusal'
    this.responseCode = responseCode
  }
}

/** Our side has trouble: the sender keeps the mail and comes again. */
export function tryLater(): SmtpRefusal {
  return new SmtpRefusal(451, 'The mail could not be taken now, please send it again later')
}
