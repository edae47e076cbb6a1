import type { SendMailOptions } from 'nodemailer';
import type { MailToSend } from './mailer.ts';

/**
 * The message as it goes out; the same for the same mail, so that one sent twice can be recognised.
 *
 * Answers by automatic repliers would only confuse: `Auto-Submitted` asks them to be silent.
 */
export function messageOf({ key, to, subject, text, html, thread }: MailToSend, from: string): SendMailOptions {
  const host = /@([^>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  const threadId = `<${thread}@${host}>`;
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${key}@${host}>`,
    references: threadId,
    inReplyTo: threadId,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
