import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'

import { AccountGate } from '../account/account-gate.tsx'
import { NoConversation } from '../conversation/no-conversation.tsx'
import { Inbox } from '../inbox/inbox.tsx'
import { Home } from './home.tsx'
import { NoPage } from './no-page.tsx'
import { readQuarantineSearch, readSearch } from './search.ts'

// Pages that are seen now and then are loaded when they are.
const SetUp = lazyRouteComponent(() => import('../account/set-up.tsx'), 'SetUp')
const Connect = lazyRouteComponent(() => import('../account/connect.tsx'), 'Connect')
const CheckPage = lazyRouteComponent(() => import('../check/check-page.tsx'), 'CheckPage')
// The conversation brings the rules with their lexicons, which the list does without.
const ConversationPage = lazyRouteComponent(() => import('../conversation/conversation-page.tsx'), 'ConversationPage')
const RulesPage = lazyRouteComponent(() => import('../rules/rules-page.tsx'), 'RulesPage')
const MailboxesPage = lazyRouteComponent(() => import('../mailbox/mailboxes-page.tsx'), 'MailboxesPage')
const MailboxPage = lazyRouteComponent(() => import('../mailbox/mailbox-page.tsx'), 'MailboxPage')
const ProofPage = lazyRouteComponent(() => import('../reconciliation/proof-page.tsx'), 'ProofPage')
const OrderReportPage = lazyRouteComponent(() => import('../order/order-report-page.tsx'), 'OrderReportPage')
const QuarantinePage = lazyRouteComponent(() => import('../quarantine/quarantine-page.tsx'), 'QuarantinePage')

const AlertsPage = lazyRouteComponent(() => import('../alert/alerts-page.tsx'), 'AlertsPage')
const DeadlinesPage = lazyRouteComponent(() => import('../deadline/deadlines-page.tsx'), 'DeadlinesPage')
const ResponsePage = lazyRouteComponent(() => import('../response/response-page.tsx'), 'ResponsePage')

const root = createRootRoute({ notFoundComponent: NoPage })
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: SetUp })
const account = createRoute({ getParentRoute: () => root, path: '/a/$accountId', component: AccountGate })
const inbox = createRoute({
  getParentRoute: () => account,
  id: 'inbox',
  component: Inbox,
  validateSearch: readSearch,
})
const noConversation = createRoute({ getParentRoute: () => inbox, path: '/', component: NoConversation })
const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '/c/$conversationId',
  component: ConversationPage,
})
const quarantine = createRoute({
  getParentRoute: () => account,
  path: '/quarantine',
  component: QuarantinePage,
  validateSearch: readQuarantineSearch,
})
const alerts = createRoute({ getParentRoute: () => account, path: '/alerts', component: AlertsPage })
const deadlines = createRoute({ getParentRoute: () => account, path: '/deadlines', component: DeadlinesPage })
const response = createRoute({ getParentRoute: () => account, path: '/response', component: ResponsePage })
const check = createRoute({ getParentRoute: () => account, path: '/check', component: CheckPage })
const rules = createRoute({ getParentRoute: () => account, path: '/rules', component: RulesPage })
const mailboxes = createRoute({ getParentRoute: () => account, path: '/mailboxes', component: MailboxesPage })
const mailbox = createRoute({ getParentRoute: () => account, path: '/mailboxes/$mailboxId', component: MailboxPage })
const proof = createRoute({ getParentRoute: () => account, path: '/proof', component: ProofPage })
const orderReport = createRoute({ getParentRoute: () => account, path: '/order-report', component: OrderReportPage })
const connect = createRoute({ getParentRoute: () => account, path: '/connect', component: Connect })

const tree = root.addChildren([
  home,
  setUp,
  account.addChildren([
    inbox.addChildren([noConversation, conversation]),
    alerts,
    deadlines,
    response,
    quarantine,
    check,
    rules,
    mailboxes,
    mailbox,
    proof,
    orderReport,
    connect,
  ]),
])

export const router = createRouter({ routeTree: tree })

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router
  }
}
