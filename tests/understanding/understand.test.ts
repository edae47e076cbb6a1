import { describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.ts';
import { type Decision, learn, type Slot, understand } from './door.ts';

const model = learn(corpus);
const read = (text: string) => understand(model, text);
const outcome = (decision: Decision) => (decision.kind === 'answer' ? decision.id : decision.kind);

describe('understand', () => {
  it.each([
    ['form apa ke chile', 'destination.form'],
    ['ke Hungaria pakai ska apa ya pak', 'destination.form'],
    ['tarif ke kamboja brp', 'destination.tariff'],
    ['mau kirim gula semut ke jepang', 'brief'],
    ['hs code mebel', 'product.hs'],
    ['form d berlaku berapa lama?', 'agreement.validity'],
    ['ska ilang min gmn', 'ska-hilang'],
    ['biaya ska berapa sih', 'ska-biaya'],
    ['how long is form e valid', 'agreement.validity'],
    ['lost my certificate of origin', 'ska-hilang'],
    ['deadline peb kapan ya', 'peb-kapan'],
    ['alamat kantor fta center', 'pusat-alamat'],
  ])('answers %s with %s', (text, id) => {
    const { candidates, decision } = read(text);
    expect(candidates[0]?.id).toBe(id);
    expect(['answer', 'clarify']).toContain(decision.kind);
  });

  it.each(['resep rendang padang', 'skor bola tadi malam', 'who won the football match', 'siapa presiden prancis'])(
    'leaves %s open',
    (text) => {
      expect(read(text).decision.kind).toBe('unresolved');
    },
  );

  it('calls a message without words empty', () => {
    expect(read('👍 ???').decision).toEqual({ kind: 'unresolved', reason: 'empty' });
  });

  it.each(['kalau ke Chile?', 'how about japan?', 'terus ke korea gimana', 'kalau kopi?', 'what about coconut sugar'])(
    'takes %s as a follow-up',
    (text) => {
      const { decision, entities } = read(text);
      expect(decision).toEqual({ kind: 'follow-up' });
      expect(entities).toHaveLength(1);
    },
  );

  it('takes a country that uses a form as a question of its own', () => {
    expect(read('malaysia pakai form d ya?').decision.kind).not.toBe('follow-up');
    expect(read('form d untuk malaysia').decision.kind).toBe('follow-up');
  });

  it('does not take a whole question for a follow-up', () => {
    expect(outcome(read('tarif ke Chile berapa').decision)).toBe('destination.tariff');
  });

  it('still proposes an entry whose slot nobody has named', () => {
    expect(read('bea masuk berapa persen').candidates[0]?.id).toBe('destination.tariff');
  });

  it.each([
    ['nkv itu apa', 'term.meaning'],
    ['NKV singkatan dari apa ya pak', 'term.meaning'],
    ['what does NKV stand for?', 'term.meaning'],
    ['permendag 24/2018 mengatur apa', 'regulation.about'],
    ['is permendag 24 tahun 2018 still in force', 'regulation.about'],
    ['no wa bravo bea cukai brp', 'liaison.contact'],
  ])('takes %s as asking about the name alone', (text, id) => {
    expect(read(text).decision).toEqual({ kind: 'answer', id });
  });

  it('leaves a name to the written entry that explains it', () => {
    expect(outcome(read('apa itu peb').decision)).toBe('peb-apa');
  });

  it('never puts an entry about one country first for another', () => {
    expect(read('furniture ke amerika aturan kayunya').candidates[0]?.id).toBe('kayu-amerika');
    expect(read('furniture ke jepang syaratnya').candidates[0]?.id).toBe('brief');
  });

  it('finds a missing slot in what the talk remembers', () => {
    const slots: Partial<Record<Slot, string>> = { destination: 'CL' };
    const alone = understand(model, 'pakai form apa').candidates.find(({ id }) => id === 'destination.form');
    const within = understand(model, 'pakai form apa', { slots }).candidates.find(
      ({ id }) => id === 'destination.form',
    );
    expect(within?.confidence ?? 0).toBeGreaterThanOrEqual(alone?.confidence ?? 1);
  });

  it('gives probabilities, best first, no more together than the knowledge is likely to know', () => {
    const { candidates, inScope } = read('ska hilang');
    const confidences = candidates.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(inScope + 1e-9);
    expect(candidates.length).toBeLessThanOrEqual(10);
  });

  it('understands a letter mistyped in every word', () => {
    expect(read('byaya bkin sak berpaa').candidates[0]?.id).toBe('ska-biaya');
    expect(read('dedline pbe kapn').candidates[0]?.id).toBe('peb-kapan');
  });

  it('survives anything typed', () => {
    for (const text of [
      '',
      ' ',
      '\u0000',
      '?'.repeat(5000),
      'a'.repeat(20_000),
      'kata '.repeat(4000),
      '{destination}',
      '🇨🇱🇨🇱',
      '١٢٣',
      '__proto__ constructor toString',
    ])
      expect(() => read(text)).not.toThrow();
  });
});
