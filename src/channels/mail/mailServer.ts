import { createTransport } from 'nodemailer';
import type { Mailer, MailOutcome } from './mailer.ts';
import { messageOf } from './message.ts';

const PATIENCE_MS = 10_000;

/**
 * Mails by SMTP. Every failure is a value: the caller decides when to try again.
 *
 * @param patienceMs for a greeting; twice as long for every other answer, four times for the whole conversation. The
 * database waits meanwhile, and does so for a minute at most.
 */
export function openMailServer(smtpUrl: string, from: string, patienceMs = PATIENCE_MS): Mailer {
  const limits = {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
  };
  return {
    async send(mail) {
      // A connection for each mail: one that hangs or was dropped spoils no other.
      const transport = createTransport({ url: smtpUrl, ...limits });
      const limit = Promise.withResolvers<MailOutcome>();
      const timer = setTimeout(() => limit.resolve(failed('the mail server took too long')), 4 * patienceMs);
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
