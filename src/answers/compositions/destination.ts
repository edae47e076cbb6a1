import type { Draft } from '../draft.ts';
import { findMarket, type Market, marketFacts, usableSchemes } from '../schemes.ts';
import { list, plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';
import { officeName, sayChannels } from './liaison.ts';
import { sayUsable } from './membership.ts';

/** Which form or declaration to use for a destination, and what is under way; first whether the agreements named reach it. */
export function destinationForm(desk: Desk, id: string, agreements: readonly string[] = []): Draft | undefined {
  const market = findMarket(desk.knowledge, id);
  if (!market) return undefined;
  const advice = sayFacts(desk, marketFacts(market, 'advice'));
  const say = advice.length > 0 ? advice : [noScheme(desk, market)];
  return draftOf(
    market,
    [...sayUsable(desk, agreements, id), ...memberLine(desk, market), ...say],
    [
      ...list(desk.words(desk.language, 'answers:pending'), sayFacts(desk, marketFacts(market, 'pending'))),
      ...list(desk.words(desk.language, 'answers:notes'), sayFacts(desk, marketFacts(market, 'notes'))),
    ],
  );
}

/** Never a rate: which schemes lower the duty, and where the rate is to be had. */
export function destinationTariff(desk: Desk, id: string): Draft | undefined {
  const market = findMarket(desk.knowledge, id);
  if (!market) return undefined;
  const { knowledge, words, language, today } = desk;
  const name = market.destination.name[language];
  const proofs = [
    ...new Set(usableSchemes(knowledge, market, today).map(({ agreement, proof }) => `${proof} (${agreement.id})`)),
  ];
  const schemes =
    proofs.length > 0
      ? words(language, 'answers:tariff.schemes', { schemes: proofs.slice(0, 4).join(', ') })
      : words(language, 'answers:tariff.none', { name });
  const sources = (market.union ?? market.destination).schemes.flatMap((scheme) => scheme.sources);
  return draftOf(
    market,
    [
      plain(words(language, 'answers:tariff.intro', { name })),
      { text: schemes, sources: [...new Set(sources)], certainty: 'confirmed' },
      plain(words(language, 'answers:tariff.next', { name, office: officeName(desk, 'fta-support-center') })),
    ],
    sayFacts(desk, marketFacts(market, 'notes')),
  );
}

/** Who represents Indonesia there: trade attaché, ITPC or embassy, with the channels that are on record. */
export function destinationOffice(desk: Desk, id: string): Draft | undefined {
  const market = findMarket(desk.knowledge, id);
  if (!market) return undefined;
  const { words, language } = desk;
  const { destination, union } = market;
  const name = destination.name[language];
  const offices = destination.offices.length > 0 ? destination.offices : (union?.offices ?? []);
  if (offices.length === 0)
    return draftOf(market, [
      plain(words(language, 'answers:office.none', { name })),
      ...sayFacts(desk, destination.notes),
      plain(words(language, 'answers:office.next')),
    ]);
  const named: Statement = {
    text: words(language, 'answers:office.intro', {
      name,
      offices: offices.map((one) => one.name[language]).join(', '),
    }),
    sources: [...new Set(offices.flatMap((one) => one.sources))],
    certainty: offices.every((one) => one.confirmed) ? 'confirmed' : 'unconfirmed',
  };
  const channels = offices.flatMap((office) => {
    const liaison = [...desk.knowledge.liaisons.values()].find(
      (one) => one.shortName.id === office.name.id || one.name.id === office.name.id,
    );
    return liaison ? sayChannels(desk, liaison).map((channel) => ({ office: office.name[language], channel })) : [];
  });
  return draftOf(
    market,
    [named, ...ofOffices(channels), plain(words(language, 'answers:office.next'))],
    sayFacts(desk, destination.notes),
    'perwadag',
    '\n',
  );
}

interface OfficeChannel {
  readonly office: string;
  readonly channel: Statement;
}

/** A channel that several offices share is said once; of several offices, each channel says whose it is. */
function ofOffices(channels: readonly OfficeChannel[]): Statement[] {
  const byText = Map.groupBy(channels, ({ channel }) => channel.text);
  const hasSeveral = new Set(channels.map(({ office }) => office)).size > 1;
  return [...byText.values()].map(([first, ...others]) => {
    const { office, channel } = first as OfficeChannel;
    const isOwn = hasSeveral && others.length === 0;
    return isOwn ? { ...channel, text: channel.text.replace(/^- /, `- ${office}, `) } : channel;
  });
}

/** What is being negotiated or waits for ratification. */
export function destinationPending(desk: Desk, id: string): Draft | undefined {
  const market = findMarket(desk.knowledge, id);
  if (!market) return undefined;
  const { words, language } = desk;
  const pending = sayFacts(desk, marketFacts(market, 'pending'));
  const name = market.destination.name[language];
  const say = pending.length > 0 ? pending : [plain(words(language, 'answers:pendingNone', { name }))];
  return draftOf(
    market,
    [...say, ...sayFacts(desk, marketFacts(market, 'advice')).slice(0, 1)],
    sayFacts(desk, marketFacts(market, 'notes')),
    'ditjen-ppi-bilateral',
  );
}

function noScheme(desk: Desk, { destination }: Market): Statement {
  return plain(desk.words(desk.language, 'answers:noScheme', { name: destination.name[desk.language] }));
}

/** "Hungaria anggota Uni Eropa.", for the advice that follows speaks of the union. */
export function memberLine({ words, language }: Desk, { destination, union }: Market): Statement[] {
  if (!union || destination.advice.length > 0) return [];
  return [
    plain(words(language, 'answers:memberOf', { name: destination.name[language], union: union.name[language] })),
  ];
}

function draftOf(
  { destination, union }: Market,
  say: readonly Statement[],
  more: readonly Statement[] = [],
  unit = 'fta-support-center',
  separator: Draft['separator'] = ' ',
): Draft {
  const checked = [destination.checkedOn, ...(union ? [union.checkedOn] : [])].sort();
  return { say, more, checkedOn: checked[0] as string, unit, separator };
}
