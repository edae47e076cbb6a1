/**
 * Mail to liaisons, to the centre's desk and to exporters who gave an address: by a mail server, or without one as
 * files.
 *
 * @module
 */
export type { Mailer, MailOutcome, MailToSend } from './mailer.ts';
export { type MailOptions, openMail, senderAddress } from './openMail.ts';
