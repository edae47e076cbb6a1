/**
 * Builds the pages that browsers load, into `dist/`, whenever their sources have changed.
 *
 * `npm ci` builds them, so that nobody waits later; a start builds what is missing or older than its sources.
 *
 * @module
 */
export { ensurePages } from './ensurePages.ts';
export { folderOfPage, type PageName } from './pages.ts';
