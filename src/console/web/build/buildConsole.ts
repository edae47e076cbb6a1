import { join } from 'node:path';
import type { InlineConfig } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/**
 * Builds the console: `index.html` and `assets/`, whose names change with their content.
 *
 * Each page is a file of its own that is loaded when it is opened first; what the sign-in needs comes at once.
 *
 * @param outDir an empty folder within the project, so that packages are found from there
 */
export async function buildConsole(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await build({
    configFile: false,
    root: ROOT,
    base: '/console/',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, target: 'es2022', cssCodeSplit: false, chunkSizeWarningLimit: 1_000 },
  } satisfies InlineConfig);
}
