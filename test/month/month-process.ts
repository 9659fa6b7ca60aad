import { simulateMonth } from './simulate-month.ts'

/*
 * Simulates the month of one shop in a process of its own, since node:test watches every promise of the process it runs
 * in, which costs more than the month. Prints what came of it as one line of JSON.
 */
const [conversations, seed] = process.argv.slice(2)
const { differences, tally } = await simulateMonth({ conversations: Number(conversations), seed: Number(seed) })
console.log(JSON.stringify({ differences, tally: Object.fromEntries(tally) }))
