import { describe, expect, it } from '@jest/globals';
import { composeAnswer, type Slots, sayAnswer, sayDetail } from '../../src/answers/index.ts';
import { COMPOSITIONS, isCurated, type Slot } from '../../src/knowledge/index.ts';
import { shippedDesk } from './shippedDesk.ts';

const LONGEST_SHORT_FORM = 900;

function say(entry: string, slots: Slots, today?: string, language?: 'id' | 'en'): string {
  const desk = shippedDesk(today, language);
  const answer = composeAnswer(desk, entry, slots);
  if (!answer) throw new Error(`${entry} says nothing`);
  return sayAnswer(desk, answer);
}

describe('composeAnswer', () => {
  it('switches facts by themselves on their last day', () => {
    expect(say('destination.form', { destination: ['CZ'] }, '2026-12-31')).toMatch(/REX/);
    const after = say('destination.form', { destination: ['CZ'] }, '2027-01-01');
    expect(after).toMatch(/IEU-CEPA/);
    expect(after).not.toMatch(/pakai deklarasi asal barang/);
  });

  it('finds the agreements of a country that is named alone', () => {
    const text = say('agreement.validity', { destination: ['JP'] });
    for (const agreement of ['IJEPA', 'AJCEP', 'RCEP']) expect(text).toContain(`**${agreement}:**`);
  });

  it('does not speak for an agreement in a country it does not cover', () => {
    const text = say('agreement.form', { agreement: ['ACFTA'], destination: ['JP'] });
    expect(text).toMatch(/^Tidak\. Jepang tidak termasuk/);
  });

  it('never names a rate of duty', () => {
    for (const { id } of shippedDesk().knowledge.destinations.values())
      expect(say('destination.tariff', { destination: [id] })).not.toMatch(/\d+([.,]\d+)?\s?(%|persen)/);
  });

  it('says what staff has not confirmed', () => {
    expect(say('agreement.validity', { agreement: ['ATIGA'] })).toMatch(/belum dikonfirmasi petugas/);
    expect(say('agreement.validity', { agreement: ['ATIGA'] }, undefined, 'en')).toMatch(/not yet confirmed by staff/);
  });

  it('has words for every row of every table, in both languages, that fit one bubble', () => {
    const { knowledge } = shippedDesk();
    const rows: Partial<Record<Slot, ReadonlyMap<string, unknown>>> = {
      destination: knowledge.destinations,
      product: knowledge.products,
      agreement: knowledge.agreements,
      unit: knowledge.liaisons,
      programme: knowledge.programmes,
      regulation: knowledge.regulations,
      term: knowledge.terms,
    };
    const faults: string[] = [];
    for (const entry of knowledge.entries.values()) {
      const [slot, second] = isCurated(entry) ? [] : (COMPOSITIONS[entry.id] as readonly Slot[]);
      if (!slot || second) continue;
      for (const id of rows[slot]?.keys() ?? [])
        for (const language of ['id', 'en'] as const) {
          const answer = composeAnswer(shippedDesk(undefined, language), entry.id, { [slot]: [id] });
          if (!answer || answer.short.trim() === '' || answer.short.length > LONGEST_SHORT_FORM)
            faults.push(`${entry.id} ${id} ${language}: ${answer?.short.length ?? 'nothing'}`);
        }
    }
    expect(faults).toEqual([]);
  });

  it('has a brief for every product and destination', () => {
    const { knowledge } = shippedDesk();
    const faults: string[] = [];
    for (const product of knowledge.products.keys())
      for (const destination of knowledge.destinations.keys()) {
        const answer = composeAnswer(shippedDesk(), 'brief', { product: [product], destination: [destination] });
        if (!answer?.short.includes('**') || answer.short.length > LONGEST_SHORT_FORM)
          faults.push(`${product} ${destination}: ${answer?.short.length ?? 'nothing'}`);
      }
    expect(faults).toEqual([]);
  });

  it('leaves no reference or placeholder open in any curated entry', () => {
    const { knowledge } = shippedDesk();
    const open: string[] = [];
    for (const id of knowledge.entries.keys())
      for (const language of ['id', 'en'] as const) {
        const desk = shippedDesk(undefined, language);
        const answer = composeAnswer(desk, id, {});
        const text = answer ? `${answer.title} ${sayAnswer(desk, answer)} ${sayDetail(desk, answer)}` : 'nothing';
        if (/[{}]|…\s*$|undefined|^nothing$/.test(text)) open.push(`${id} ${language}`);
      }
    expect(open).toEqual([]);
  });

  it('cautions about a rule as soon as it is marked as revoked', () => {
    const desk = shippedDesk();
    const rule = desk.knowledge.regulations.get('permendag-24-2018');
    if (!rule) throw new Error('the rule is not there');
    const regulations = new Map(desk.knowledge.regulations).set(rule.id, { ...rule, status: 'revoked' });
    const later = { ...desk, knowledge: { ...desk.knowledge, regulations } };
    const cited = [...desk.knowledge.entries.keys()].filter((id) => {
      const answer = composeAnswer(desk, id, {});
      return answer?.sources.includes(rule.id) && sayAnswer(desk, answer).startsWith('Perhatian') === false;
    });
    expect(cited.length).toBeGreaterThan(0);
    for (const id of cited) {
      const answer = composeAnswer(later, id, {});
      expect(answer && sayAnswer(later, answer)).toMatch(/^Perhatian: Permendag 24\/2018/);
    }
  });

  it('asks for the row that is missing', () => {
    expect(say('product.hs', {})).toMatch(/Sebutkan barangnya/);
  });

  it('offers only what can be answered without asking back', () => {
    const desk = shippedDesk();
    for (const id of desk.knowledge.entries.keys())
      for (const related of composeAnswer(desk, id, {})?.related ?? [])
        expect(composeAnswer(desk, related.entry, related.slots)?.missing).toBeUndefined();
  });

  it('says nothing for an entry that does not exist', () => {
    expect(composeAnswer(shippedDesk(), 'no-such-entry', {})).toBeUndefined();
    expect(composeAnswer(shippedDesk(), 'destination.form', { destination: ['XX'] })).toBeUndefined();
  });
});
