import { describe } from 'node:test'

import { describeRules } from './properties.ts'

describe('the rules, with a thousand texts each', () => describeRules(1_000))
