/**
 * How the console's page is built; opened by the page build only. What runs in the browser lies one folder up.
 *
 * @module
 */
export { buildConsole } from './buildConsole.ts';
