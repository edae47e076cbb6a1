import {
  answerOn,
  COMPOSITIONS,
  type ComposedEntry,
  type CuratedEntry,
  isCurated,
  resolveReferences,
  type Slot,
} from '../knowledge/index.ts';
import { agreementAspect } from './compositions/agreement.ts';
import { brief } from './compositions/brief.ts';
import {
  destinationForm,
  destinationOffice,
  destinationPending,
  destinationTariff,
} from './compositions/destination.ts';
import { liaisonContact, officeName } from './compositions/liaison.ts';
import { productHs, productMarkets, productRequirements } from './compositions/product.ts';
import { programmeAbout, regulationAbout, termMeaning } from './compositions/reference.ts';
import { cut, type Draft } from './draft.ts';
import { findMarket, usableSchemes } from './schemes.ts';
import { join, plain, SHORT_FORM } from './statement.ts';
import { titleOf } from './titleOf.ts';
import type { Answer, Certainty, Desk, Related, Slots } from './types.ts';

/** No more than so many rows are answered for in one bubble: "form untuk Jepang dan Korea". */
const MOST_ROWS = 3;
const MOST_RELATED = 3;
/** Half of a brief: the other half is the country. */
const PRODUCT_ALONE: ReadonlySet<string> = new Set(['product.requirements', 'product.markets']);

/**
 * The answer of an entry for the rows that a question names.
 *
 * A composed entry whose row is not named answers with its general entry and says what it still needs
 * (`missing`). An entry, or a row, that does not exist gives undefined: a publish may have taken it away.
 */
export function composeAnswer(desk: Desk, entryId: string, slots: Slots): Answer | undefined {
  const entry = desk.knowledge.entries.get(entryId);
  if (!entry) return undefined;
  return isCurated(entry) ? sayEntry(desk, entry, slots) : sayComposed(desk, entry, slots);
}

function sayEntry(desk: Desk, entry: CuratedEntry, slots: Slots): Answer {
  const { knowledge, language, today, words } = desk;
  const { answer, confirmed, sources, isOutdated } = answerOn(entry, today);
  const { short, detail } = answer[language];
  const say = (text: string) => resolveReferences(knowledge, text, language);
  const warning = words(language, 'answers:outdated', { office: officeName(desk, entry.unit) });
  return {
    entry: entry.id,
    slots,
    title: entry.title[language],
    short: isOutdated ? `${warning}\n\n${say(short)}` : say(short),
    ...(detail && { detail: say(detail) }),
    sources,
    certainty: confirmed ? 'confirmed' : 'unconfirmed',
    checkedOn: entry.checkedOn,
    related: relatedOf(desk, entry.related, slots),
    unit: entry.unit,
  };
}

function sayComposed(desk: Desk, entry: ComposedEntry, given: Slots): Answer | undefined {
  const slots = withAgreements(desk, entry, given);
  const missing = COMPOSITIONS[entry.id].find((slot) => slots[slot] === undefined);
  if (missing) return sayGeneral(desk, entry, slots, missing);
  const drafts = draftsOf(desk, entry.id, slots);
  if (drafts.length === 0) return undefined;
  const room = Math.floor(SHORT_FORM / drafts.length);
  const cuts = drafts.map((draft) => cut(draft, room));
  const short = join(
    cuts.map((one) => one.short),
    '\n\n',
  );
  const details = cuts.flatMap(({ detail }) => detail ?? []);
  const detail = details.length > 0 ? join(details, '\n\n') : undefined;
  const said = join([short, ...(detail ? [detail] : [])]);
  return {
    entry: entry.id,
    slots,
    title: titleOf(desk, entry, slots),
    short: short.text,
    ...(detail && { detail: detail.text }),
    sources: short.sources.length > 0 ? short.sources : said.sources,
    certainty: short.certainty,
    checkedOn: drafts.map(({ checkedOn }) => checkedOn).sort()[0] as string,
    related: relatedOf(
      desk,
      [...(drafts[0]?.related ?? []), ...entry.related].filter((id) => id !== entry.id),
      slots,
    ),
    unit: drafts[0]?.unit ?? entry.unit,
    ...(PRODUCT_ALONE.has(entry.id) && !slots.destination && { invites: 'destination' as const }),
  };
}

/** When only a country is named, its schemes are the agreements meant. */
function withAgreements(desk: Desk, entry: ComposedEntry, slots: Slots): Slots {
  const needsAgreement = (COMPOSITIONS[entry.id] as readonly Slot[]).includes('agreement');
  const [destination] = slots.destination ?? [];
  if (!needsAgreement || slots.agreement || !destination) return slots;
  const market = findMarket(desk.knowledge, destination);
  if (!market) return slots;
  const ids = [...new Set(usableSchemes(desk.knowledge, market, desk.today).map(({ agreement }) => agreement.id))];
  return ids.length > 0 ? { ...slots, agreement: ids } : slots;
}

function draftsOf(desk: Desk, id: ComposedEntry['id'], slots: Slots): Draft[] {
  const rows = (slot: Slot) => (slots[slot] ?? []).slice(0, MOST_ROWS);
  const each = (slot: Slot, say: (row: string) => Draft | undefined) => rows(slot).flatMap((row) => say(row) ?? []);
  const [destination] = slots.destination ?? [];
  switch (id) {
    case 'destination.form':
      return each('destination', (row) => destinationForm(desk, row, slots.agreement));
    case 'destination.tariff':
      return each('destination', (row) => destinationTariff(desk, row));
    case 'destination.office':
      return each('destination', (row) => destinationOffice(desk, row));
    case 'destination.pending':
      return each('destination', (row) => destinationPending(desk, row));
    case 'brief':
      return rows('product')
        .slice(0, 2)
        .flatMap((row, at) => brief(desk, row, rows('destination'), at === 0) ?? []);
    case 'product.hs':
      return each('product', (row) => productHs(desk, row));
    case 'product.requirements':
      return each('product', (row) => productRequirements(desk, row));
    case 'product.markets':
      return each('product', (row) => productMarkets(desk, row));
    case 'liaison.contact':
      return each('unit', (row) => liaisonContact(desk, row));
    case 'programme.about':
      return each('programme', (row) => programmeAbout(desk, row));
    case 'regulation.about':
      return each('regulation', (row) => regulationAbout(desk, row));
    case 'term.meaning':
      return each('term', (row) => termMeaning(desk, row));
    default:
      return severalAgreements(
        each('agreement', (row) => agreementAspect(desk, id, row, destination)),
        slots,
      );
  }
}

/** Several schemes for one country: each is named before what it says. */
function severalAgreements(drafts: Draft[], slots: Slots): Draft[] {
  if (drafts.length < 2) return drafts;
  return drafts.map((draft, at) => ({
    ...draft,
    say: [plain(`**${slots.agreement?.[at]}:**`), ...draft.say],
  }));
}

function sayGeneral(desk: Desk, entry: ComposedEntry, slots: Slots, missing: Slot): Answer {
  const general = entry.general === undefined ? undefined : desk.knowledge.entries.get(entry.general);
  const ask = desk.words(desk.language, `answers:ask.${missing}`);
  if (general && isCurated(general)) return { ...sayEntry(desk, general, slots), missing, entry: entry.id };
  return {
    entry: entry.id,
    slots,
    title: titleOf(desk, entry, slots),
    short: ask,
    sources: [],
    certainty: 'confirmed' satisfies Certainty,
    checkedOn: entry.checkedOn,
    related: [],
    unit: entry.unit,
    missing,
  };
}

/** What to ask next: never what was just answered, never what would have to ask back. */
function relatedOf(desk: Desk, ids: readonly string[], slots: Slots): Related[] {
  return [...new Set(ids)]
    .flatMap((id) => {
      const entry = desk.knowledge.entries.get(id);
      if (!entry) return [];
      if (isCurated(entry)) return [{ entry: id, slots: {}, title: entry.title[desk.language] }];
      const needed = COMPOSITIONS[entry.id] as readonly Slot[];
      const given = withAgreements(desk, entry, slots);
      if (!needed.every((slot) => given[slot] !== undefined)) return [];
      const kept = Object.fromEntries(needed.map((slot) => [slot, given[slot]?.slice(0, 1)])) as Slots;
      return [{ entry: id, slots: kept, title: titleOf(desk, entry, kept) }];
    })
    .slice(0, MOST_RELATED);
}
