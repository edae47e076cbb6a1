/**
 * Keeps what the WhatsApp channel needs kept.
 *
 * @module
 */
export { openWhatsAppInbox } from './openWhatsAppInbox.ts';
export { openWhatsAppOutbox } from './openWhatsAppOutbox.ts';
