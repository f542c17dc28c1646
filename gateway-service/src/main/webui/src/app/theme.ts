import { Alert, createTheme, type CSSVariablesResolver, Loader } from '@mantine/core';

/** Calm and plain: system font, one accent, white cards; a message is told by its edge and its words. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  components: {
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    Alert: Alert.extend({
      defaultProps: { variant: 'outline' },
      styles: {
        root: { borderLeftWidth: 4, backgroundColor: 'var(--mantine-color-body)' },
        title: { color: 'var(--mantine-color-text)' },
      },
    }),
  },
});

/** Mantine's own shades of these are too pale for small text (WCAG AA wants 4.5:1). */
export const readableColors: CSSVariablesResolver = (base) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': base.colors.gray[7],
    '--mantine-color-red-outline': base.colors.red[9],
    '--mantine-color-orange-outline': '#b93a06',
    '--mantine-color-indigo-light-hover': base.colors.indigo[1],
  },
  dark: { '--mantine-color-dimmed': base.colors.dark[1] },
});
