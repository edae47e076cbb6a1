import { join } from 'node:path';
import { buildChatPage } from '../chatPage/build/index.ts';
import { buildConsole } from '../console/web/build/index.ts';

/** The folder of the whole project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** Its folder in `src` and in `dist`. */
export type PageName = 'chatPage' | 'console';

/** A page that browsers load. */
export interface Page {
  name: PageName;
  /** In the operator's progress line. */
  title: string;
  /** Files and folders of the project that it is made of. */
  sources: readonly string[];
  /** Packages that it is made of or with. */
  packages: readonly string[];
  /** Builds it into an empty folder. */
  build(outDir: string): Promise<void>;
}

/** All pages; the order is the order of building. */
export const PAGES: readonly Page[] = [
  {
    name: 'chatPage',
    title: 'chat page',
    sources: ['src/chatPage', 'locales/id/page.json', 'locales/en/page.json'],
    packages: ['vite', 'react', 'react-dom', 'botframework-webchat', 'botframework-directlinejs', 'markdown-it'],
    build: buildChatPage,
  },
  {
    name: 'console',
    title: 'console',
    sources: [
      'src/console/web',
      'src/console/contract',
      'src/staff',
      'src/knowledge/schema.ts',
      'locales/id/console.json',
      'locales/en/console.json',
      'locales/id/console-today.json',
      'locales/en/console-today.json',
      'locales/id/console-cases.json',
      'locales/id/console-reports.json',
      'locales/en/console-reports.json',
      'locales/en/console-cases.json',
      'locales/id/console-unanswered.json',
      'locales/en/console-unanswered.json',
    ],
    packages: [
      ...['vite', 'react', 'react-dom', '@mantine/core', '@tanstack/react-query', 'react-i18next', 'zod'],
      ...['markdown-it', 'uqr'],
    ],
    build: buildConsole,
  },
];

/** Where a page lies once it is built. */
export function folderOfPage(name: PageName): string {
  return join(PROJECT, 'dist', name);
}
