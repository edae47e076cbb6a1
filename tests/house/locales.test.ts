import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGES = ['id', 'en'] as const;

/** Where a key of the code goes on with something that only the running program knows. */
const PUT_TOGETHER = '$'.concat('{');

type Words = ReadonlyMap<string, string>;

const [id, en] = LANGUAGES.map(readWords) as [Words, Words];
const rooms = roomsOf('id');

/** How the rooms call their words: in which folder, by which function, and what the key it is given lacks in front. */
const VOICES: readonly { under: string; call: RegExp; prefix: string }[] = [
  { under: '', call: new RegExp(`(['"\`])(?=(?:${rooms.join('|')}):[\\w.\${}-]+\\1)`, 'g'), prefix: '' },
  { under: 'conversation/', call: /\bsay\([\w.]+, (['"`])/g, prefix: 'talk:' },
  { under: 'conversation/', call: /\bsayOfCase\([\w.]+, (['"`])/g, prefix: 'cases:' },
  { under: 'cases/', call: /\bsay\([\w.]+, (['"`])/g, prefix: 'cases:' },
  { under: 'channels/caseReply/', call: /\bwords\((['"`])/g, prefix: 'cases:page.' },
  { under: 'channels/whatsapp/', call: /\bwords\([\w.]+, (['"`])/g, prefix: 'whatsapp:' },
  { under: 'console/web/', call: /\bt\((['"`])/g, prefix: 'console:' },
];

describe('locales', () => {
  it('have the same rooms in both languages', () => {
    expect(roomsOf('en')).toEqual(rooms);
    expect(rooms).toContain('talk');
  });

  it('have the same keys in both languages', () => {
    expect(missingFrom(en, id)).toEqual([]);
    expect(missingFrom(id, en)).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    const differing = [...id.keys()].filter((key) => !isEqual(placeholdersOf(id, key), placeholdersOf(en, key)));
    expect(differing.map((key) => `${key}: ${placeholdersOf(id, key)} | ${placeholdersOf(en, key)}`)).toEqual([]);
  });

  it('have no empty words, and none that begin or end with a space', () => {
    const odd = LANGUAGES.flatMap((language) =>
      [...readWords(language)]
        .filter(([, text]) => text.trim() !== text || text === '')
        .map(([key]) => `${language} ${key}`),
    );
    expect(odd).toEqual([]);
  });

  it('have every key that the code names', () => {
    const named = codeFiles().flatMap((file) => keysIn(file));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ key }) => !exists(key)).map(({ file, key }) => `${file} says ${key}`)).toEqual([]);
  });

  it('are found missing when they are', () => {
    expect(['talk:welcome', `talk:topic.${PUT_TOGETHER}`].map(exists)).toEqual([true, true]);
    expect(['talk:welcomes', `talk:topics.${PUT_TOGETHER}`, 'nowhere:welcome'].map(exists)).toEqual([
      false,
      false,
      false,
    ]);
    expect(keysIn('conversation/x.ts', `say(turn, 'no.such') + words(language, 'talk:gone')`)).toEqual([
      { file: 'conversation/x.ts', key: 'talk:gone' },
      { file: 'conversation/x.ts', key: 'talk:no.such' },
    ]);
  });
});

function roomsOf(language: string): string[] {
  const files = readdirSync(join(ROOT, 'locales', language)).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

/** Every sentence by its key, `talk:topic.form`. */
function readWords(language: string): Words {
  return new Map(
    roomsOf(language).flatMap((room) => {
      const file = join(ROOT, 'locales', language, `${room}.json`);
      return leavesOf(JSON.parse(readFileSync(file, 'utf8')), `${room}:`);
    }),
  );
}

function leavesOf(value: unknown, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is neither words nor a group of words`);
  return Object.entries(value).flatMap(([name, item]) =>
    leavesOf(item, key.endsWith(':') ? key + name : `${key}.${name}`),
  );
}

/** Indonesian has one form for any number, English two: `days_one` and `days_other` are the same key. */
function baseOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function missingFrom(words: Words, wanted: Words): string[] {
  const bases = new Set([...words.keys()].map(baseOf));
  return [...wanted.keys()].filter((key) => !bases.has(baseOf(key)));
}

/** `{{name}}`, `<0>` and `$t(key)`; of a key with forms, those of all forms together. */
function placeholdersOf(words: Words, key: string): string[] {
  const texts = [...words].flatMap(([other, text]) => (baseOf(other) === baseOf(key) ? [text] : []));
  return [...new Set(texts.flatMap((text) => text.match(/\{\{[^}]+\}\}|<\/?\d+>|\$t\([^)]+\)/g) ?? []))].sort();
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.join() === others.join();
}

function codeFiles(): string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.tsx?$/.test(file));
}

/** Every key that a file names outside its comments; of one that is put together, up to where that begins. */
function keysIn(file: string, code = readFileSync(join(ROOT, 'src', file), 'utf8')): { file: string; key: string }[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return VOICES.filter(({ under }) => file.startsWith(under)).flatMap(({ call, prefix }) =>
    [...bare.matchAll(call)].flatMap((found) => {
      const key = bare.slice(found.index + found[0].length).split(found[1] as string)[0] ?? '';
      // Whole where it begins with its room; wholly put together where there is nothing to look for.
      const isElsewhere = prefix !== '' && rooms.some((room) => key.startsWith(`${room}:`));
      return isElsewhere || key.startsWith(PUT_TOGETHER) ? [] : [{ file, key: prefix + key }];
    }),
  );
}

/** Is there such a key; or one that begins like it, when it goes on with something put together? */
function exists(key: string): boolean {
  const [start = '', ...rest] = key.split(PUT_TOGETHER);
  if (rest.length > 0) return [...id.keys()].some((each) => each.startsWith(start));
  return [...id.keys()].some((each) => baseOf(each) === start);
}
