import type { Agreement, Fact } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';
import { officeName } from './liaison.ts';
import { adviceFor, sayMembership } from './membership.ts';

/** The aspects of an agreement that are one fact in its row. */
const ASPECTS = {
  'agreement.validity': 'validity',
  'agreement.late': 'late',
  'agreement.origin': 'origin',
  'agreement.cumulation': 'cumulation',
  'agreement.de-minimis': 'deMinimis',
  'agreement.direct': 'direct',
  'agreement.third-party': 'thirdParty',
  'agreement.back-to-back': 'backToBack',
  'agreement.waiver': 'waiver',
  'agreement.declaration': 'declaration',
} as const satisfies Record<string, keyof Agreement>;

const DIRECTORATE = 'ditjen-daglu-fei';

/**
 * What one agreement says about one aspect.
 *
 * @param entry the id of the composition, `agreement.validity` for instance
 * @param destination named in the same question; an agreement that does not cover it is not spoken for
 */
export function agreementAspect(desk: Desk, entry: string, id: string, destination?: string): Draft | undefined {
  const agreement = desk.knowledge.agreements.get(id);
  if (!agreement) return undefined;
  const form = entry === 'agreement.parties' ? agreement.id : undefined;
  const membership = destination ? sayMembership(desk, agreement, destination, form) : undefined;
  if (destination && membership && !membership.isParty)
    return draftOf(agreement, [membership.statement, ...(membership.isOpen ? [] : adviceFor(desk, destination))]);
  const say = sayAspect(desk, entry, agreement);
  const start = membership && entry === 'agreement.parties' ? [membership.statement] : [];
  return draftOf(agreement, [...start, ...say.say], say.more);
}

interface Said {
  readonly say: readonly Statement[];
  readonly more?: readonly Statement[];
}

function sayAspect(desk: Desk, entry: string, agreement: Agreement): Said {
  if (entry === 'agreement.form') return sayForm(desk, agreement);
  if (entry === 'agreement.parties')
    return { say: [...sayParties(desk, agreement), ...sayFacts(desk, [agreement.statusFact])] };
  if (entry === 'agreement.legal') return orNothing(desk, agreement, agreement.legal);
  if (entry === 'agreement.status') return sayStatus(desk, agreement);
  if (entry === 'agreement.about') return sayAbout(desk, agreement);
  const aspect = ASPECTS[entry as keyof typeof ASPECTS];
  if (!aspect) throw new Error(`"${entry}" is no aspect of an agreement`);
  const fact = agreement[aspect];
  return { ...orNothing(desk, agreement, fact ? [fact] : []), more: sayFacts(desk, agreement.notes) };
}

function orNothing(desk: Desk, agreement: Agreement, facts: readonly Fact[]): Said {
  const said = sayFacts(desk, facts);
  if (said.length > 0)
    return { say: isUsable(agreement) ? said : [...sayFacts(desk, [agreement.statusFact]), ...said] };
  const { words, language } = desk;
  const office = officeName(desk, DIRECTORATE);
  return { say: [plain(words(language, 'answers:agreement.noFact', { agreement: agreement.name[language], office }))] };
}

function isUsable({ status }: Agreement): boolean {
  return status === 'in-force';
}

function sayStatus(desk: Desk, agreement: Agreement): Said {
  const { statusFact, signed, inForce, notes } = agreement;
  const isDoubt = (note: Fact) => note.uncertain === true;
  return {
    say: sayFacts(desk, [statusFact, ...notes.filter(isDoubt), inForce, signed]),
    more: sayFacts(
      desk,
      notes.filter((note) => !isDoubt(note)),
    ),
  };
}

function sayAbout(desk: Desk, agreement: Agreement): Said {
  const { statusFact, signed, inForce, validity, origin, notes, legal } = agreement;
  const status = sayFacts(desk, [statusFact]);
  const form = isUsable(agreement) && agreement.proofs.length > 0 ? [sayProofs(desk, agreement, agreement.id)] : [];
  return {
    say: [
      plain(`**${agreement.name[desk.language]}.**`),
      ...(isUsable(agreement) ? form : status),
      ...sayMembers(desk, agreement),
      ...(isUsable(agreement) ? status : []),
      ...withoutRepeats(sayFacts(desk, [inForce]), status),
      ...sayFacts(desk, [validity, origin]),
    ],
    more: sayFacts(desk, [agreement.partiesFact, ...legal, signed, ...notes]),
  };
}

function sayForm(desk: Desk, agreement: Agreement): Said {
  const { words, language } = desk;
  const name = agreement.name[language];
  const { proofs, statusFact, declaration, notes } = agreement;
  const status = isUsable(agreement) ? [] : sayFacts(desk, [statusFact]);
  if (proofs.length === 0) {
    const none = isUsable(agreement) ? 'answers:agreement.formNone' : 'answers:agreement.formPending';
    return { say: [plain(words(language, none, { agreement: name })), ...status], more: sayFacts(desk, notes) };
  }
  const said = sayProofs(desk, agreement, name);
  const unknown = proofs.some(({ labelKnown }) => !labelKnown)
    ? [plain(words(language, 'answers:agreement.formUnknown'))]
    : [];
  return { say: [...status, said, ...unknown, ...sayFacts(desk, [declaration])], more: sayFacts(desk, notes) };
}

/** "Berlaku bagi Indonesia sejak …" is often the end of how it stands. */
function withoutRepeats(statements: readonly Statement[], said: readonly Statement[]): Statement[] {
  const before = said.map(({ text }) => text.toLowerCase()).join(' ');
  return statements.filter(({ text }) => !before.includes(text.toLowerCase().replace(/\.$/, '')));
}

function sayProofs({ words, language }: Desk, { proofs }: Agreement, name: string): Statement {
  const or = language === 'id' ? ' atau ' : ' or ';
  return {
    text: words(language, 'answers:agreement.form', {
      agreement: name,
      proofs: proofs.map(({ label }) => label[language]).join(or),
    }),
    sources: [...new Set(proofs.flatMap(({ sources }) => sources))],
    certainty: proofs.every(({ confirmed }) => confirmed) ? 'confirmed' : 'unconfirmed',
  };
}

function sayParties(desk: Desk, agreement: Agreement): Statement[] {
  return [...sayMembers(desk, agreement), ...sayFacts(desk, [agreement.partiesFact])];
}

function sayMembers(desk: Desk, agreement: Agreement): Statement[] {
  const { knowledge, words, language } = desk;
  if (agreement.parties.length === 0) return [];
  const parties = agreement.parties.map((id) => knowledge.destinations.get(id)?.name[language] ?? id).join(', ');
  const text = words(language, 'answers:agreement.parties', { agreement: agreement.id, parties });
  return [{ text, sources: agreement.statusFact.sources, certainty: 'confirmed' }];
}

function draftOf(agreement: Agreement, say: readonly Statement[], more: readonly Statement[] = []): Draft {
  return { say, more, checkedOn: agreement.checkedOn, unit: agreement.unit };
}
