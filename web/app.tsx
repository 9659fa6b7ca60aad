import { MantineProvider } from '@mantine/core'
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'

import { router } from './route/router.tsx'
import { SessionGate } from './session/session-gate.tsx'
import { cssVariables, mantineTheme } from './theme/mantine-theme.ts'
import { cspNonce } from './theme/nonce.ts'

/** The whole page: look, server state, session, pages. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <StrictMode>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={cspNonce}
      >
        <QueryClientProvider client={client}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}
