import { join } from 'node:path'

import { openDemoShop } from './browser/demo-shop.ts'
import { openConversation, write } from './browser/desk-page.ts'
import { ROOT } from '../../tools/command.ts'

const TARGET = join(ROOT, 'docs/images/inbox.png')
const BUYER = 'Barnaby Thistlewick'
const HALF_WRITTEN =
  'Hello Barnaby, I am sorry that the teapot arrived broken, and before Sunday of all days. ' +
  'Please call us on +44 20 7946 0958, or choose another on www.northpine.example. We will'

// The picture of the README: the demo with a reply that is being written. It needs Chromium and, for the buyer who
// writes Japanese, a font such as Debian's fonts-noto-cjk.
await using shop = await openDemoShop()
await shop.visit(async (page) => {
  await openConversation(page, BUYER)
  await write(page, HALF_WRITTEN)
  await page.screenshot({ path: TARGET, caret: 'initial' })
})
console.log(TARGET)
