import type { Case, CaseEvent, CaseLanguage } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { maskInCompanyLine, maskOf } from '../masking.ts';
import { CENTRE } from '../routing.ts';
import { holderName } from '../tellings.ts';
import type { MailLine } from './parts.ts';

type Voice = Pick<CaseDesk, 'say' | 'sayMoment' | 'knowledge'>;

/**
 * What an official needs to know at a glance, name and value. Contact data and people's names are masked: the centre brings
 * the reply back, nobody has to call her. Which company it is stands in one line, for without it no shipment is found.
 */
export function caseFacts(desk: Voice, kase: Case, language: CaseLanguage = 'id'): (readonly [string, string])[] {
  const { personal } = kase;
  const moment = (at: Date | null) => (at ? desk.sayMoment(at, language) : undefined);
  const facts: Readonly<Record<string, string | undefined>> = {
    number: kase.number,
    urgency: kase.isUrgent ? desk.say(language, 'fact.urgent') : undefined,
    problem: personal?.problem,
    goods: goodsOf(desk, kase, language),
    destination: kase.destination ? nameOf(desk, kase, language) : undefined,
    agreement: kase.agreement ?? undefined,
    place: personal?.place,
    since: personal?.since,
    perishable: personal?.perishable,
    company: personal?.company,
    email: personal?.email ? desk.say(language, 'fact.masked') : undefined,
    opened: moment(kase.openedAt),
    promise: moment(kase.promisedAt),
  };
  const [mask, maskCompany] = [maskOf(personal), maskInCompanyLine(personal)];
  return Object.entries(facts).flatMap(([key, value]) =>
    value ? [[desk.say(language, `fact.name.${key}`), (key === 'company' ? maskCompany : mask)(value)] as const] : [],
  );
}

function goodsOf({ knowledge }: Voice, { product, personal }: Case, language: CaseLanguage): string | undefined {
  const named = product ? knowledge().products.get(product)?.name[language] : undefined;
  return [named, personal?.goods].filter(Boolean).join('; ') || undefined;
}

function nameOf({ knowledge }: Voice, { destination }: Case, language: CaseLanguage): string {
  return knowledge().destinations.get(destination ?? '')?.name[language] ?? destination ?? '';
}

/** What happened so far, without what stays inside the centre. */
export function eventLines(
  desk: Voice,
  kase: Case,
  events: readonly CaseEvent[],
  language: CaseLanguage = 'id',
): MailLine[] {
  const mask = maskOf(kase.personal);
  return events
    .filter(({ kind }) => !INTERNAL.has(kind))
    .map((event) => ({ head: headOf(desk, kase, event, language), text: mask(event.words ?? '') }));
}

const INTERNAL: ReadonlySet<CaseEvent['kind']> = new Set(['case.noted', 'case.reminded', 'case.taken']);

function headOf(desk: Voice, kase: Case, { kind, at, detail, actor }: CaseEvent, language: CaseLanguage): string {
  const unit = (key: string | undefined) => holderName(desk, key && key !== CENTRE ? key : null, language);
  const by = actor.kind === 'liaison' ? unit(actor.name) : desk.say(language, `by.${actor.kind}`);
  const what = desk.say(language, `event.${kind.slice('case.'.length)}`, {
    to: unit(detail.to),
    from: unit(detail.from),
    until: detail.until ? desk.sayMoment(new Date(detail.until), language) : '',
    number: kase.number,
    other: detail.other ?? '',
  });
  return `${desk.sayMoment(at, language)}, ${by}: ${what}`;
}

/** The talk before the case, as officials may read it. */
export function transcriptLines(desk: Voice, { personal }: Case, language: CaseLanguage = 'id'): MailLine[] {
  const mask = maskOf(personal);
  return (personal?.transcript ?? []).map(({ by, text }) => ({
    head: desk.say(language, `by.${by}`),
    text: mask(plain(text)),
  }));
}

/** Marks of Markdown say nothing in a mail. */
function plain(text: string): string {
  return text.replace(/\*{1,2}(\S(?:[^*\n]*\S)?)\*{1,2}/g, '$1');
}
