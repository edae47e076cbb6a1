/**
 * How the chat page is built; opened by the page build only. What runs in the browser lies one folder up.
 *
 * @module
 */
export { buildChatPage } from './buildChatPage.ts';
