import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type { Page } from 'playwright-core'
import { z } from 'zod'

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))

const found = z.object({
  // A run that looked at nothing has found nothing.
  passes: z.array(z.unknown()).min(1),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
})

/** What axe-core finds wrong with the page as it is now, a line a place; it comes in past the content security policy. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  const { violations } = found.parse(await page.evaluate('axe.run()'))
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
