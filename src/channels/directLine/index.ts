/**
 * The web channel: Direct Line 3.0 as the real Web Chat uses it, on our own server.
 *
 * Every activity is stored before it is acknowledged, and answered in a turn that storage keeps in order; what can be
 * read over a stream is always read from storage. `app.ts` opens it with the talks and turns that storage
 * keeps, and with the bot as a function.
 *
 * @module
 */

export { openWebChat, type WebChatOptions } from './openWebChat.ts';
