// The look shared by panel and workbench: Chinese fonts, contrast that passes AA, light, dark or as the system says.
//
// It brings no styles: each page imports those of the components that it uses (components/panel/styles.ts), or all of them
// (`@mantine/core/styles.css`) where weight does not matter.
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorSchemeManager,
  MantineProvider,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import type { Settings } from '@/lib/model/settings';

const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

const theme = createTheme({
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  // Mantine's default shade (6) under white text stays below 4.5:1.
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': '关闭' } },
      styles: { title: { fontWeight: 600 } },
    },
    Text: { defaultProps: { size: 'sm' } },
  },
});

/** Greys of Mantine that are too faint for small text, replaced by ones with at least 4.5:1. */
const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    // Words of light and subtle buttons: Mantine's almost white no longer tells 删除 from 修改.
    '--mantine-color-blue-light-color': 'var(--mantine-color-blue-3)',
    '--mantine-color-red-light-color': 'var(--mantine-color-red-3)',
  },
});

/** The scheme comes from the settings; Mantine's own memory (localStorage) is refused in the dock's frame. */
function fixedScheme(scheme: 'light' | 'dark'): MantineColorSchemeManager {
  return { get: () => scheme, set() {}, clear() {}, subscribe() {}, unsubscribe() {} };
}

/**
 * Wraps a screen in Mantine's provider.
 * @param scheme `settings.theme`; 'auto' follows the system.
 */
export function Theme({ scheme, children }: { scheme: Settings['theme']; children: ReactNode }) {
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const shown = scheme === 'auto' ? (systemDark ? 'dark' : 'light') : scheme;
  const manager = useMemo(() => fixedScheme(shown), [shown]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={manager}
      forceColorScheme={shown}
    >
      {children}
    </MantineProvider>
  );
}
