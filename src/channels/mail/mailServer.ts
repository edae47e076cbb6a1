import { createTransport } from 'nodemailer';
import type { Mailer, MailOutcome } from './mailer.ts';
import { messageOf } from './message.ts';

/** A whole conversation with the mail server; the database waits meanwhile, and does so for a minute at most. */
const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
const WHOLE_LIMIT_MS = 40_000;

/** Mails by SMTP. Every failure is a value: the caller decides when to try again. */
export function openMailServer(smtpUrl: string, from: string): Mailer {
  return {
    async send(mail) {
      // A connection for each mail: one that hangs or was dropped spoils no other.
      const transport = createTransport({ url: smtpUrl, ...LIMITS });
      const limit = Promise.withResolvers<MailOutcome>();
      const timer = setTimeout(() => limit.resolve(failed('the mail server took too long')), WHOLE_LIMIT_MS);
      try {
        const sent = transport.sendMail(messageOf(mail, from)).then((): MailOutcome => ({ kind: 'sent' }));
        return await Promise.race([sent.catch(outcomeOf), limit.promise]);
      } finally {
        clearTimeout(timer);
        transport.close();
      }
    },
    forget: async () => undefined,
    close: () => undefined,
  };
}

function outcomeOf(error: unknown): MailOutcome {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  // 5xx about the recipient or the message will not change; about signing in it may, once somebody mends it.
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && code !== 'ECONNECTION';
  return failed(`${code || 'mail server'}${responseCode ? ` ${responseCode}` : ''}`, isFinal);
}

function failed(fault: string, isFinal = false): MailOutcome {
  return { kind: 'failed', fault, isFinal };
}
