import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InlineConfig, Rolldown } from 'vite';
import type { Language } from '../language.ts';
import type { WrittenPage } from '../writePage.tsx';
import { finishHtml } from './finishHtml.ts';
import { leanWebChat } from './leanWebChat.ts';
import { nativeCoreJs } from './nativeCoreJs.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Builds the chat page: `index.id.html`, `index.en.html` and `assets/`, whose names change with their content.
 *
 * Vite is loaded here and not before: a start with a page that is built already does not wait for it.
 *
 * @param outDir an empty folder within the project, so that packages are found from there
 */
export async function buildChatPage(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const { output } = (await build(pageConfig(outDir))) as Rolldown.RolldownOutput;
  await build(writerConfig(join(outDir, 'writer')));
  const { writePage } = await import(pathToFileURL(join(outDir, 'writer/writePage.js')).href);
  for (const language of ['id', 'en'] satisfies Language[]) {
    const html = finishHtml(output, language, writePage(language) as WrittenPage);
    await writeFile(join(outDir, `index.${language}.html`), html);
  }
  await rm(join(outDir, 'index.html'));
  await rm(join(outDir, 'writer'), { recursive: true });
}

/** `shimMissingExports`: Web Chat's sources export types as if they were values. */
function pageConfig(outDir: string): InlineConfig {
  return {
    ...common,
    plugins: [leanWebChat(), nativeCoreJs()],
    build: {
      outDir,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        shimMissingExports: true,
        moduleTypes: { '.js': 'jsx' },
        transform: { jsx: { runtime: 'classic' } },
      },
    },
  };
}

/** The same page as a module for Node, to write its HTML with. */
function writerConfig(outDir: string): InlineConfig {
  return { ...common, build: { outDir, ssr: join(ROOT, 'writePage.tsx'), minify: false } };
}

const common = { configFile: false, root: ROOT, base: '/', logLevel: 'error' } satisfies InlineConfig;
