import { Fault } from '../base/fault.ts'
import { actorOf } from './actor-of.ts'
import type { App } from './app-env.ts'
import { ACCESS_EXTENSION } from './declare-route.ts'

/**
 * Puts the door before each route of a group that is not public; the group is mounted under `prefix` afterwards. A Fault
 * 'bug' when a route declares no access, or was added past the declarations: such a desk does not start.
 */
export function guardRoutes(app: App, prefix: string, group: App): void {
  const declared = new Set<string>()
  for (const definition of group.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { route } = definition
    if (!(ACCESS_EXTENSION in route))
      throw new Fault('bug', { detail: `${route.method} ${route.path} declares no access` })
    const path = route.path.replaceAll(/\{(\w+)\}/gu, ':$1')
    declared.add(`${route.method.toUpperCase()} ${path}`)
    if (route[ACCESS_EXTENSION] === 'public') continue
    app.on(route.method, prefix + path, async (c, next) => {
      actorOf(c)
      await next()
    })
  }
  for (const { method, path } of group.routes) {
    if (!declared.has(`${method} ${path}`)) throw new Fault('bug', { detail: `${method} ${path} is not declared` })
  }
}
