import type { AnswerPart } from '../../src/policy/check/coach.ts'

/** What a helpful answer has, as people would say it to a colleague. */
export const PART_WORDS = {
  acknowledgement: 'say that you read the message, such as "Thank you for writing".',
  empathy: 'say that you understand, such as "I am sorry that it arrived broken".',
  'next-step': 'say what you will do next.',
  'time-frame': 'say by when the buyer hears from you.',
  closing: 'close kindly.',
} as const satisfies Record<AnswerPart, string>
