/**
 * Serves the chat page at `/`: its HTML in two languages, its scripts, and the rules the browser holds it to.
 *
 * The page itself lies in `src/chatPage` and talks to `directLine`.
 *
 * @module
 */
export { type ChatPageOptions, openChatPage } from './openChatPage.ts';
