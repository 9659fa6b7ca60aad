import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import { createTheme } from '@mantine/core'

/** Shade 8 is the accent in light, shade 4 the one in dark; see `tokens.css`. */
const teal: MantineColorsTuple = [
  '#e3f5f8',
  '#cbeaef',
  '#9fd6df',
  '#6ec3cf',
  '#3fb6c4',
  '#23a3b3',
  '#15909f',
  '#0f8192',
  '#0b7285',
  '#085e6e',
]

/** The greys of the library's own controls in the dark, in the line of the tokens. */
const dark: MantineColorsTuple = [
  '#e8ecf0',
  '#c3ccd4',
  '#9aa6b2',
  '#6b7681',
  '#3b4650',
  '#2a323a',
  '#20272e',
  '#171c21',
  '#131820',
  '#101418',
]

export const mantineTheme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  colors: { teal, dark },
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: 'pointer',
})

/** The library's own colours are the page's tokens, which know light and dark themselves. */
export const cssVariables: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-dim)',
    '--mantine-color-error': 'var(--bad-ink)',
    '--mantine-color-placeholder': 'var(--ink-dim)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent)',
  }
  return { variables: {}, light: tokens, dark: tokens }
}
