import type { Case, CaseEvent } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import type { CaseStore, OutboxMail } from '../caseStore.ts';
import { tokenOf } from '../link.ts';
import { maskOf } from '../masking.ts';
import { addressOf, CENTRE } from '../routing.ts';
import { holderName } from '../tellings.ts';
import { caseFacts, eventLines, transcriptLines } from './caseInWords.ts';
import { type MailPart, partsAsHtml, partsAsText } from './parts.ts';

/** A mail, ready to be sent; the same at every attempt while the case is the same. */
export interface OutgoingMail {
  /** Names the mail: file name, and the left part of its Message-ID. Letters, digits and hyphens. */
  readonly key: string;
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** All mails about a case stand together in a mail program. */
  readonly thread: string;
}

type Reads = Pick<CaseStore, 'find' | 'events' | 'nonceFor'>;

/**
 * Writes the mail of an order from the case as it is now.
 *
 * @returns null when there is nothing to say any more: the data was deleted, or the case is with somebody else
 */
export async function composeMail(desk: CaseDesk, store: Reads, mail: OutboxMail): Promise<OutgoingMail | null> {
  const kase = mail.number === null ? null : await store.find(mail.number);
  if (!kase?.personal) return null;
  return mail.order.template === 'exporter' ? toExporter(desk, kase, mail) : toHolder(desk, store, kase, mail);
}

function toExporter(desk: CaseDesk, kase: Case, { messageKey, order }: OutboxMail): OutgoingMail | null {
  const { language, number, personal } = kase;
  if (!personal?.email || !order.text) return null;
  const parts: MailPart[] = [
    { kind: 'words', text: order.text },
    { kind: 'small', text: desk.say(language, 'mail.toExporter') },
  ];
  return written(
    desk,
    messageKey,
    personal.email,
    desk.say(language, 'mail.subject.exporter', { number }),
    parts,
    number,
  );
}

async function toHolder(
  desk: CaseDesk,
  store: Reads,
  kase: Case,
  { messageKey, order: { unit, template } }: OutboxMail,
): Promise<OutgoingMail | null> {
  const isCopyForDesk = unit === null && kase.unit !== null;
  if (!isCopyForDesk && unit !== kase.unit) return null;
  const nonce = isCopyForDesk ? null : await store.nonceFor(kase.number, unit ?? CENTRE);
  if (!isCopyForDesk && !nonce) return null;
  const link = nonce && `${desk.publicUrl()}/cases/reply/${tokenOf(desk.secret, nonce)}`;
  const to = addressOf(desk.knowledge(), unit) ?? (unit === null ? desk.centreAddress : null);
  if (to === null) return null;
  const subject = desk.say('id', `mail.subject.${template}`, { number: kase.number, subject: subjectLine(kase) });
  const parts = holderParts(desk, kase, await store.events(kase.number), template, link);
  return written(desk, messageKey, to, kase.isUrgent ? `[MENDESAK] ${subject}` : subject, parts, kase.number);
}

const SUBJECT_LETTERS = 60;

function subjectLine({ personal }: Case): string {
  const line = maskOf(personal)(personal?.problem ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > SUBJECT_LETTERS ? `${line.slice(0, SUBJECT_LETTERS)}…` : line;
}

function holderParts(
  desk: CaseDesk,
  kase: Case,
  events: readonly CaseEvent[],
  template: string,
  link: string | null,
): MailPart[] {
  const say = (key: string) =>
    desk.say('id', `mail.${key}`, {
      number: kase.number,
      unit: holderName(desk, kase.unit, 'id'),
      due: kase.dueAt ? desk.sayMoment(kase.dueAt, 'id') : '',
      promise: kase.promisedAt ? desk.sayMoment(kase.promisedAt, 'id') : '',
    });
  return [
    { kind: 'words', text: say(`intro.${template}`) },
    ...(link ? [{ kind: 'button' as const, text: say('button'), href: link }] : []),
    { kind: 'facts', rows: caseFacts(desk, kase) },
    { kind: 'list', title: say('events'), lines: eventLines(desk, kase, events) },
    { kind: 'list', title: say('transcript'), lines: transcriptLines(desk, kase) },
    { kind: 'small', text: say(link ? 'foot' : 'deskFoot') },
  ];
}

function written(
  desk: CaseDesk,
  key: string,
  to: string,
  subject: string,
  parts: readonly MailPart[],
  number: string,
): OutgoingMail {
  const oneLine = maskControls(subject);
  return {
    key,
    to,
    subject: oneLine,
    text: partsAsText(parts),
    html: partsAsHtml(oneLine, parts, desk.say('id', 'mail.sender')),
    thread: number,
  };
}

/** A header is one line of text, whatever an exporter typed. */
function maskControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
