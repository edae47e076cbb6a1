import { type CSSVariablesResolver, createTheme, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Refused } from './calls/send.ts';
import { styleNonce } from './look/styleNonce.ts';
import { Entrance } from './session/Entrance.tsx';

const theme = createTheme({
  primaryColor: 'centre',
  primaryShade: { light: 8, dark: 6 },
  // The green of the chat page, from mist to its darkest.
  colors: {
    centre: [
      '#eef7f4',
      '#d9ebe5',
      '#b3d7cb',
      '#8ac2b0',
      '#67af98',
      '#4c9f86',
      '#2b7f66',
      '#1f725b',
      '#0b5d4e',
      '#08493d',
    ],
  },
  autoContrast: true,
  defaultRadius: 'md',
  // What an alert says is black on a pale colour: coloured words are too pale to be read.
  components: { Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } } },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
});

/** Mantine's own grey is too pale to be read on a cheap screen. */
const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#4d5c57', '--mantine-color-placeholder': '#5f6d68' },
  dark: { '--mantine-color-dimmed': '#b9c4c0', '--mantine-color-placeholder': '#a3afaa' },
});

/** A refusal stays one however often it is asked; a weak line is worth another try. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof Refused) && count < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The whole console. */
export function Console() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readable} getStyleNonce={styleNonce} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Entrance />
      </QueryClientProvider>
    </MantineProvider>
  );
}
