import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const HERE = import.meta.dirname;
const SHIM = join(HERE, '../webChat/reactWithDefaults.ts');
const EMOTION = join(HERE, '../webChat/noncedEmotion.ts');
const INTL = join(HERE, '../webChat/intlGlobalize.ts');
const NOTHING = '\0nothing';
const NO_MARKDOWN_TREE = '\0no-markdown-tree';
const NO_STREAMING = '\0no-streaming';
const NO_WORDS = '\0no-words';

/** Written for React 16, see `reactWithDefaults.ts`. */
const OLD_REACT = /node_modules\/(botframework-webchat|react-(film|say|dictate-button|scroll-to-bottom|redux)\b)/;
const LANGUAGES_KEPT = /\/(id-ID|en-US|overrides)\.json$/;

/** What each empty module offers to those who import it. */
const CONTENTS: Readonly<Record<string, string>> = {
  [NOTHING]: '',
  [NO_WORDS]: 'export default {};',
  [NO_STREAMING]: 'export class DirectLineStreaming {}',
  [NO_MARKDOWN_TREE]: 'export const fromMarkdown = () => ({ children: [] });',
};

/**
 * Builds the real Web Chat without what our page cannot use: 400 kB on the wire become about 230.
 *
 * Microsoft's own minimal variant is taken; its API package from its sources, as only they keep the words of each
 * language in a file of their own. Left out: the words and date formats of forty other languages, stand-ins for old
 * browsers, Direct Line over App Service, the search for footnotes in Markdown, and the second copy of DirectLineJS.
 */
export function leanWebChat(): Plugin {
  return {
    name: 'lean-web-chat',
    enforce: 'pre',
    config: () => ({ resolve: { alias: aliases() }, define: BUILD_FACTS }),
    resolveId: (id, importer = '') => substitute(id, importer),
    load: (id) => CONTENTS[id],
  };
}

function substitute(id: string, importer: string): string | undefined {
  if (id === 'react' && OLD_REACT.test(importer)) return SHIM;
  if (id === '@emotion/css/create-instance' && importer !== EMOTION) return EMOTION;
  if (id.endsWith('external/PrecompiledGlobalize')) return INTL;
  if (id === './directLineStreaming') return NO_STREAMING;
  if (id === 'mdast-util-from-markdown') return NO_MARKDOWN_TREE;
  if (id === 'core-js/features/promise' || id === 'url-search-params-polyfill') return NOTHING;
  if (id.endsWith('.json') && /botframework-webchat-api\/src\/localization/.test(importer))
    return wordsAt(id, importer);
  return undefined;
}

/** The sources come without their words; these lie beside the compiled files. */
function wordsAt(id: string, importer: string): string {
  const path = join(dirname(importer), id).replace('/src/', '/lib/');
  return LANGUAGES_KEPT.test(path) ? path : NO_WORDS;
}

/** What the packages' own build would have filled in for names of the environment. */
const BUILD_FACTS = Object.fromEntries(
  Object.entries({
    build_tool: 'vite',
    module_format: 'esmodules',
    npm_package_version: '4.18.1',
    node_env: 'production',
  }).map(([name, value]) => [['process', 'env', name].join('.'), JSON.stringify(value)]),
);

function aliases() {
  const alias = (name: string, replacement: string) => ({
    find: new RegExp(`^${name}$`),
    replacement: join(folderOf(name.split('/')[0] ?? name), replacement),
  });
  return [
    alias('botframework-webchat', 'dist/botframework-webchat.minimal.mjs'),
    alias('botframework-webchat-api', 'src/index.ts'),
    alias('botframework-webchat-api/internal', 'src/internal.ts'),
    alias('botframework-webchat-api/decorator', 'src/decorator/index.ts'),
    alias('botframework-directlinejs', 'lib/directLine.js'),
    alias('markdown-it', 'dist/markdown-it.mjs'),
    alias('mime', 'dist/src/index_lite.js'),
  ];
}

/** Where a package lies; its `exports` hide most of it, so its folder is asked for. */
function folderOf(name: string): string {
  const folder = require.resolve.paths(name)?.map((path) => join(path, name));
  const found = folder?.find((path) => existsSync(join(path, 'package.json')));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}
