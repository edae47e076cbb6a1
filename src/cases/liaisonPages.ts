import { dayInWib } from '../knowledge/index.ts';
import type { CaseLanguage } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { LiaisonAct, LiaisonDesk, LiaisonLook } from './liaisonDesk.ts';
import { type Act, type CaseRefusal, refusalOf } from './lifecycle.ts';
import { caseFacts, eventLines, transcriptLines } from './mail/caseInWords.ts';
import type { MailLine } from './mail/parts.ts';
import { CENTRE } from './routing.ts';
import { holderName } from './tellings.ts';

/** A case as the liaison's page shows it: words only, contact data masked. */
export interface CaseSheet {
  readonly number: string;
  readonly unit: string;
  readonly isUrgent: boolean;
  /** Where it stands, and by when the unit should act. */
  readonly standing: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly events: readonly MailLine[];
  readonly transcript: readonly MailLine[];
  /** What may be done now. */
  readonly acts: readonly LiaisonAct['do'][];
  /** Units it can be passed on to, by name. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly seenVersion: number;
  /** The first and the last day that can be promised, `2026-08-14`. */
  readonly days: { readonly first: string; readonly last: string };
}

/** What a link opens, in words. */
export type SheetLook =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'moved-on';
      readonly number: string;
      readonly unit: string;
      readonly own: readonly MailLine[];
    }
  | { readonly kind: 'open'; readonly sheet: CaseSheet };

/** The liaison's page without its HTML. */
export interface LiaisonPages {
  look(token: string, language: CaseLanguage): Promise<SheetLook>;
  act(token: string, act: LiaisonAct, seenVersion: number): Promise<{ readonly refused?: CaseRefusal }>;
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 119;
const ACTS: Readonly<Record<LiaisonAct['do'], Act>> = {
  accept: 'accept',
  answer: 'answer',
  ask: 'ask',
  'not-ours': 'pass-on',
  postpone: 'postpone',
};

/** Puts what the desk shows into words. */
export function openLiaisonPages(desk: CaseDesk, liaisons: LiaisonDesk): LiaisonPages {
  return {
    look: async (token, language) => sheetOf(desk, await liaisons.look(token), language),
    act: (token, act, seenVersion) => liaisons.act(token, act, seenVersion),
  };
}

function sheetOf(desk: CaseDesk, look: LiaisonLook, language: CaseLanguage): SheetLook {
  if (look.kind === 'unknown') return look;
  const unit = holderName(desk, look.unit === CENTRE ? null : look.unit, language);
  if (look.kind === 'moved-on') return { ...look, unit, own: ownLines(desk, look, language) };
  return { kind: 'open', sheet: openSheet(desk, look, unit, language) };
}

function ownLines(
  desk: CaseDesk,
  { own }: Extract<LiaisonLook, { kind: 'moved-on' }>,
  language: CaseLanguage,
): MailLine[] {
  return own.map(({ at, kind, words }) => ({
    head: `${desk.sayMoment(at, language)}: ${desk.say(language, `page.sent.${kind.slice('case.'.length)}`)}`,
    text: words ?? '',
  }));
}

function openSheet(
  desk: CaseDesk,
  { kase, events, unit: key }: Extract<LiaisonLook, { kind: 'open' }>,
  unit: string,
  language: CaseLanguage,
): CaseSheet {
  const now = desk.clock().getTime();
  const due = kase.dueAt ? desk.sayMoment(kase.dueAt, language) : '';
  return {
    number: kase.number,
    unit,
    isUrgent: kase.isUrgent,
    standing: desk.say(language, `page.standing.${kase.state}${due ? '' : '-no-date'}`, { due }),
    facts: caseFacts(desk, kase, language),
    events: eventLines(desk, kase, events, language),
    transcript: transcriptLines(desk, kase, language),
    acts: (Object.keys(ACTS) as LiaisonAct['do'][]).filter(
      (act) => !refusalOf(ACTS[act], kase.state, 'liaison') && !(act === 'accept' && kase.acceptedAt),
    ),
    units: unitsBeside(desk, key, language),
    seenVersion: kase.shownVersion,
    days: { first: dayInWib(new Date(now + DAY_MS)), last: dayInWib(new Date(now + MOST_DAYS * DAY_MS)) },
  };
}

function unitsBeside({ knowledge }: CaseDesk, own: string, language: CaseLanguage) {
  return [...knowledge().liaisons.values()]
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ id, name: name[language] }))
    .sort((one, other) => one.name.localeCompare(other.name, 'id'));
}
