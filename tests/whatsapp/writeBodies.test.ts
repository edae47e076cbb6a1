import { describe, expect, it } from '@jest/globals';
import { addressed } from '../../src/channels/whatsapp/send/addressed.ts';
import type { Delivery } from '../../src/channels/whatsapp/send/outbox.ts';
import { writeBodies } from '../../src/channels/whatsapp/write/writeBodies.ts';
import { messageFaults } from './support/messageFaults.ts';

const WORDS = { choices: 'Lihat pilihan', late: 'Maaf, baru sampai.', numbers: 'Balas angkanya:' };

describe('writeBodies', () => {
  it('makes one text of words without choices', () => {
    expect(bodiesOf('Halo. *Apa kabar*?')).toEqual([
      { type: 'text', text: { body: 'Halo. _Apa kabar_?', preview_url: false } },
    ]);
  });

  it('makes buttons of up to three short choices', () => {
    const [body] = bodiesOf('Pilih.', ['Selengkapnya', 'Membantu', 'Kurang tepat']);
    expect(body).toMatchObject({ interactive: { type: 'button', body: { text: 'Pilih.' } } });
    expect(titlesOf(body)).toEqual(['Selengkapnya', 'Membantu', 'Kurang tepat']);
  });

  it('makes a list of choices whose words a button would cut, and says them in full below', () => {
    const [body] = bodiesOf('Pilih.', ['Perwakilan dagang Indonesia di Kamboja', 'Membantu']);
    expect(body).toMatchObject({ interactive: { type: 'list', action: { button: 'Lihat pilihan' } } });
    expect(rowsOf(body)[0]).toMatchObject({
      title: 'Perwakilan dagang…',
      description: 'Perwakilan dagang Indonesia di Kamboja',
    });
  });

  it('makes a list of four to ten, and numbers more in the text', () => {
    const ten = Array.from({ length: 10 }, (_, at) => `Pilihan ${at + 1}`);
    expect(rowsOf(bodiesOf('Pilih.', ten)[0])).toHaveLength(10);
    const [text, ...others] = bodiesOf('Pilih.', [...ten, 'Pilihan 11']);
    expect(others).toEqual([]);
    expect(text).toMatchObject({
      type: 'text',
      text: { body: expect.stringMatching(/^Pilih\.\n\nBalas angkanya:\n1\. Pilihan 1\n.*11\. Pilihan 11$/s) },
    });
  });

  it('numbers rows as the text does, and does not number twice', () => {
    const [body] = bodiesOf('1. A\n2. B', ['A', 'B', 'C', 'D'], { isNumbered: true });
    expect(titlesOf(body)).toEqual(['1. A', '2. B', '3. C', '4. D']);
  });

  it('tells titles apart that are the same when cut', () => {
    const [body] = bodiesOf('Pilih.', ['Cara mengurus SKA untuk Jepang', 'Cara mengurus SKA untuk Korea', 'C', 'D']);
    expect(new Set(titlesOf(body)).size).toBe(4);
  });

  it('names the choice by its place when what it does is too long for a row', () => {
    const value = {
      do: 'ask',
      entry: 'x',
      slots: { agreement: Array.from({ length: 8 }, (_, at) => `${at}`.repeat(40)) },
    };
    const activity = { type: 'message', text: 'Pilih.', suggestedActions: { actions: [{ title: 'A', value }] } };
    const [body] = writeBodies(deliveryOf(activity), 'id', (_, key) => WORDS[key]);
    expect(body).toMatchObject({ interactive: { action: { buttons: [{ reply: { id: '7.0' } }] } } });
  });

  const sentences = (count: number) =>
    Array.from({ length: count }, (_, at) => `Ini kalimat nomor ${at} yang menerangkan sesuatu.`).join(' ');

  it('makes one text of what is too long for buttons, since two messages cost twice, and numbers the choices', () => {
    const long = sentences(40);
    expect(long.length).toBeGreaterThan(1_024);
    expect(bodiesOf(long, ['Selengkapnya', 'Perwakilan dagang Indonesia di Kamboja'])).toEqual([
      {
        type: 'text',
        text: {
          body: `${long}\n\nBalas angkanya:\n1. Selengkapnya\n2. Perwakilan dagang Indonesia di Kamboja`,
          preview_url: false,
        },
      },
    ]);
    expect(bodiesOf(long, ['Satu', 'Dua'], { isNumbered: true }).map(wordsOf)).toEqual([long]);
  });

  it('splits only what no text can hold, at sentence ends, buttons last, and the last one full', () => {
    const long = sentences(100);
    expect(long.length).toBeGreaterThan(4_096);
    const bodies = bodiesOf(long, ['Membantu']);
    expect(bodies.map(({ type }) => type)).toEqual(['text', 'interactive']);
    expect(wordsOf(bodies[0])).toMatch(/sesuatu\.$/);
    expect(wordsOf(bodies[1])).toMatch(/^Ini kalimat/);
    expect(wordsOf(bodies[1]).length).toBeGreaterThan(900);
    expect(`${wordsOf(bodies[0])} ${wordsOf(bodies[1])}`).toBe(long);
  });

  it('counts to the letter: 1,024 with buttons, 4,096 with numbers', () => {
    const kinds = (letters: number) => bodiesOf('a'.repeat(letters), ['Ya']).map(({ type }) => type);
    const room = 4_096 - '\n\nBalas angkanya:\n1. Ya'.length;
    expect([kinds(1_024), kinds(1_025), kinds(room), kinds(room + 1)]).toEqual([
      ['interactive'],
      ['text'],
      ['text'],
      ['text', 'interactive'],
    ]);
  });

  it('begins with an apology when the question came late', () => {
    const [body] = writeBodies(
      { ...deliveryOf({ type: 'message', text: 'A' }), isLate: true },
      'id',
      (_, key) => WORDS[key],
    );
    expect(wordsOf(body)).toBe('Maaf, baru sampai.\n\nA');
  });

  it('goes to the number when there is one, else to the id', () => {
    const [body] = bodiesOf('A');
    if (!body) throw new Error('no body');
    expect(addressed(body, { phone: '628', userId: 'ID.1' }, 'k', null)).toMatchObject({ to: '628' });
    expect(addressed(body, { phone: null, userId: 'ID.1' }, 'k', 'wamid.q')).toMatchObject({
      recipient: 'ID.1',
      context: { message_id: 'wamid.q' },
    });
  });

  it('makes nothing that Meta would refuse, whatever is said', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const chance = chances(seed);
      const text = Array.from({ length: 1 + chance(120) }, () => WORDSTOCK[chance(WORDSTOCK.length)]).join('');
      const choices = Array.from({ length: chance(13) }, () =>
        Array.from({ length: 1 + chance(8) }, () => TITLES[chance(TITLES.length)]).join(' '),
      );
      const bodies = bodiesOf(`Kata${text}`, choices, { isNumbered: chance(2) === 0 });
      for (const body of bodies) {
        const message = addressed(body, { phone: '6281234567890', userId: null }, 'key', null);
        expect({ seed, faults: messageFaults(message as Record<string, unknown>) }).toEqual({ seed, faults: [] });
      }
    }
  });
});

const WORDSTOCK = [
  'ekspor. ',
  'Apa? ',
  '**tebal sekali** ',
  '\n\n',
  '\n',
  '- satu\n',
  '1. dua\n',
  '😀',
  'a'.repeat(300),
  '_',
  '*',
  'x '.repeat(200),
  '[laman](https://example.go.id/a_b) ',
  '> kata\n',
];
const TITLES = [
  'Cara',
  'mengurus',
  'SKA',
  '😀😀😀😀😀😀😀',
  'https://sangatpanjangsekalitanpaspasi.example',
  'di',
  'Kamboja',
];

/** The same numbers for the same seed. */
function chances(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % below;
  };
}

function bodiesOf(text: string, titles: readonly string[] = [], channelData: object = {}) {
  const actions = titles.map((title, at) => ({ title, value: { do: 'talk', about: `a${at}` } }));
  const activity = { type: 'message', text, channelData, ...(titles.length > 0 && { suggestedActions: { actions } }) };
  return writeBodies(deliveryOf(activity), 'id', (_, key) => WORDS[key]);
}

function deliveryOf(activity: Delivery['activity']): Delivery {
  return { sequence: 7, activity, quote: null, isLate: false, isAnswer: true, parts: [] };
}

// biome-ignore lint/suspicious/noExplicitAny: the half of a body that a test looks at
function rowsOf(body: any): { title: string; description?: string }[] {
  return body.interactive.action.sections[0].rows;
}

// biome-ignore lint/suspicious/noExplicitAny: the half of a body that a test looks at
function titlesOf(body: any): string[] {
  const { buttons } = body.interactive.action;
  return buttons
    ? buttons.map(({ reply }: { reply: { title: string } }) => reply.title)
    : rowsOf(body).map(({ title }) => title);
}

// biome-ignore lint/suspicious/noExplicitAny: the half of a body that a test looks at
function wordsOf(body: any): string {
  return body.text?.body ?? body.interactive.body.text;
}
