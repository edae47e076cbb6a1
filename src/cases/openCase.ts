import { dayInWib } from '../knowledge/index.ts';
import { reopen } from './acts/reopen.ts';
import { supply } from './acts/supply.ts';
import { openCalendar } from './calendar/workingCalendar.ts';
import type { Case, CaseAbout, CaseChannel, CaseDoor, CaseLanguage, CaseStanding, Personal } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { Acting, Decide, MailOrder } from './decision.ts';
import { type NewLink, newLink } from './link.ts';
import { owedBy } from './promise.ts';
import { CENTRE, reachableUnit, unitFor } from './routing.ts';
import type { Rules } from './settings.ts';

/** What the exporter told, and what the talk knew already. */
export interface Intake {
  readonly door: CaseDoor;
  readonly about: CaseAbout;
  /** The unit of the entry that came nearest. */
  readonly nearestUnit?: string | undefined;
  readonly isUrgent: boolean;
  /** The goods are held abroad, say: several offices have to talk to each other. */
  readonly needsCoordination: boolean;
  /** The version of the words she agreed to; null: only the centre's own staff may read it. */
  readonly consent: string | null;
  readonly personal: Omit<Personal, 'transcript'>;
}

/** Whose talk it is. */
export interface CaseTalk {
  readonly conversationKey: string;
  readonly exporterKey: string;
  readonly channel: CaseChannel;
  readonly language: CaseLanguage;
}

/** A case about to be kept; its number and its transcript are added where it is kept. */
export interface Opening extends CaseAbout, CaseTalk, CaseStanding {
  readonly door: CaseDoor;
  readonly subject: string;
  readonly isShared: boolean;
  readonly suggestedUnit: string;
  readonly personal: Omit<Personal, 'transcript'>;
  readonly openedAt: Date;
  readonly consent: { readonly textVersion: string; readonly unit: string } | null;
  readonly link: NewLink;
  readonly mails: readonly MailOrder[];
  /** What happens instead when she has such a case already: her words go to it. */
  readonly join: Decide;
}

/** Makes a case of what was told: whose it is, what is promised, who is written to. */
export function openCase(desk: CaseDesk, talk: CaseTalk, intake: Intake): (rules: Rules) => Opening {
  return (rules) => {
    const now = desk.clock();
    const { about, door, isUrgent, needsCoordination, consent, personal } = intake;
    const suggestedUnit = suggestedUnitFor(desk, intake);
    const unit = consent === null ? null : reachableUnit(desk.knowledge(), suggestedUnit, dayInWib(now));
    const owed = owedBy(unit, { isUrgent, needsCoordination }, { rules, calendar: openCalendar(rules), now });
    return {
      ...talk,
      ...about,
      ...UNTOUCHED,
      ...owed,
      door,
      subject: subjectOf(intake),
      isUrgent,
      needsCoordination,
      isShared: consent !== null,
      suggestedUnit,
      unit,
      state: unit === null ? 'open' : 'with-liaison',
      personal,
      openedAt: now,
      consent: consent === null ? null : { textVersion: consent, unit: suggestedUnit },
      link: newLink(desk, unit ?? CENTRE, owed.promisedAt, rules.settings),
      mails: mailsOf(unit, isUrgent),
      join: joining(desk, now, personal.problem),
    };
  };
}

/** Whom the consent names, and the competence table means. */
export function suggestedUnitFor(
  desk: Pick<CaseDesk, 'knowledge'>,
  { about, nearestUnit }: Pick<Intake, 'about' | 'nearestUnit'>,
) {
  return unitFor(desk.knowledge(), about, nearestUnit);
}

/** What makes two cases of one talk the same: the topic, for these goods, to that country. */
export function subjectOf({ about }: Pick<Intake, 'about'>): string {
  return [about.topic, about.product ?? '', about.destination ?? ''].join('/');
}

function joining(desk: CaseDesk, now: Date, words: string): Decide {
  const acting: Acting = { actor: { kind: 'exporter' }, now };
  return (kase, rules) => (kase.state === 'answered' ? reopen : supply)(desk, acting, words)(kase, rules);
}

/** Held goods cannot wait for one unit to look into its mail: the centre's desk hears of them too. */
function mailsOf(unit: string | null, isUrgent: boolean): MailOrder[] {
  const first: MailOrder = { template: unit === null ? 'desk' : 'new-case', unit };
  return unit !== null && isUrgent ? [first, { template: 'desk', unit: null }] : [first];
}

const UNTOUCHED: Pick<
  Case,
  | 'firstReplyAt'
  | 'acceptedAt'
  | 'answeredAt'
  | 'closedAt'
  | 'outcome'
  | 'isResolved'
  | 'exportValue'
  | 'mergedInto'
  | 'handledBy'
  | 'waitingSince'
  | 'attention'
> = {
  firstReplyAt: null,
  acceptedAt: null,
  answeredAt: null,
  closedAt: null,
  outcome: null,
  isResolved: null,
  exportValue: null,
  mergedInto: null,
  handledBy: null,
  waitingSince: null,
  attention: null,
};
