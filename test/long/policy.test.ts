import { describe } from 'node:test'

import { describeRules } from '../policy/properties.ts'

describe('the rules, with a hundred thousand texts each', () => describeRules(100_000))
