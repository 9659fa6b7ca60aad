import '@fontsource-variable/inter/wght.css'
import './theme/mantine.css'
import './theme/tokens.css'
import './theme/base.css'

import { createRoot } from 'react-dom/client'

import { createQueryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { followLink } from './session/follow-link.ts'
import { installTrustedTypes } from './theme/trusted-types.ts'

installTrustedTypes()
await followLink()

const place = document.querySelector('#desk')
if (place) createRoot(place).render(<App client={createQueryClient()} />)
