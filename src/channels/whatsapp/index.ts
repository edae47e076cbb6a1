/**
 * WhatsApp, directly on Meta's Cloud API.
 *
 * `receive/` keeps what the webhook brings and says what it means, `write/` makes messages of what the bot said, `send/`
 * brings them out within the limits of the number and the 24 hours of each exporter. `app.ts` opens it with what storage
 * keeps and with the bot as a function, and only when its configuration is whole.
 *
 * @module
 */
export { whatsAppFigures } from './figures.ts';
export { openWhatsApp, type WhatsApp, type WhatsAppOptions } from './openWhatsApp.ts';
