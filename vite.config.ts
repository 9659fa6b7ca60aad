import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the page of the desk into `dist/web`; the server puts the nonce of each answer into `%NONCE%`. */
export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    // The style sheet uses light-dark(), which older engines lack.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // A data: font or style would break the content security policy.
    assetsInlineLimit: 0,
    // The rules with the lexicons of eleven languages, loaded with the first conversation.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        // What the first view needs is one file; only what is loaded later stands apart.
        codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] },
      },
    },
  },
})
