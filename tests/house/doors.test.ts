import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');

/** Which rooms a room may open. The composition root and the commands may open anything; nobody opens them. */
const DOORS: Record<string, readonly string[]> = {
  knowledge: [],
  understanding: ['knowledge'],
  answers: ['knowledge'],
  cases: ['knowledge'],
  conversation: ['understanding', 'answers', 'knowledge', 'cases'],
  staff: [],
  console: ['knowledge', 'cases', 'staff'],
  channels: [],
  chatPage: [],
  pageBuild: ['chatPage', 'console'],
  storage: [],
};

/** Files of `src` itself that a room may open: words of the house, no behaviour of a room. */
const SHARED = new Set(['startFault.ts']);

/** What an address is, and how it refuses: every room that is reached by HTTP says it in these words. */
const HTTP_DOOR = 'channels/http/index.ts';

interface Import {
  file: string;
  target: string;
  /** Only types are taken. */
  isType: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap(importsOf);

describe('doors', () => {
  it('are used as the table says', () => {
    expect(imports.filter(isForbidden).map(inWords)).toEqual([]);
  });

  it('lead nowhere in circles', () => {
    expect(findCycle()).toEqual([]);
  });

  it('lead into existing files', () => {
    const missing = imports.filter(({ target }) => isOurs(target) && !files.includes(target));
    expect(missing.map(inWords)).toEqual([]);
  });

  it('know every room', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== '' && room !== 'commands'));
    expect([...rooms].filter((room) => !(room in DOORS))).toEqual([]);
  });
});

describe('what stays where', () => {
  it('keeps the environment in config.ts', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(codeOf(file)));
    expect(readers.filter((file) => file !== 'config.ts' && file !== 'main.ts')).toEqual([]);
  });

  it('keeps Bot Framework in channels and conversation', () => {
    const users = packageUsers(/^(botbuilder|botframework-(?!webchat|directlinejs))/);
    expect(users.filter((file) => !['channels', 'conversation'].includes(roomOf(file)))).toEqual([]);
  });

  it('keeps SQL in storage', () => {
    const users = packageUsers(/^(pg|kysely|pg-boss)(\/|$)/);
    expect(users.filter((file) => roomOf(file) !== 'storage')).toEqual([]);
  });

  it('keeps React in the console and the chat page', () => {
    const users = packageUsers(/^(react|react-dom|@mantine\/|botframework-webchat)/);
    expect(users.filter((file) => !/^(console\/web|chatPage)\//.test(file))).toEqual([]);
  });

  it('keeps time, chance, disk and network out of understanding', () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|from 'node:(fs|http|net|crypto|child_process)|\bfetch\(/;
    expect(files.filter((file) => roomOf(file) === 'understanding' && impure.test(codeOf(file)))).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const statements = codeOf(file).matchAll(
    /^\s*(?:import|export)\s+(?:([^'"();]*?)\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...statements].map(([, names = '', named, called]) => {
    const specifier = named ?? called ?? '';
    const target = specifier.startsWith('.') ? relative(SRC, join(SRC, dirname(file), specifier)) : specifier;
    return { file, target, isType: /^(type\s|\{(\s*type\s[^,]+,?)+\s*\}$)/.test(names) };
  });
}

/** Comments may name what code may not. */
function codeOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function isOurs(target: string): boolean {
  return /^[\w-]+(\/|\.tsx?$)/.test(target) && /\.tsx?$/.test(target) && !target.startsWith('..');
}

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function isForbidden({ file, target, isType }: Import): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (!isOurs(target) || from === '' || from === 'commands' || from === to) return false;
  if (to === '') return !SHARED.has(target);
  if (from === 'console' && target === HTTP_DOOR) return false;
  // Storage fulfils what rooms declare: it may name their interfaces, and calls nothing of theirs.
  if (from === 'storage') return !isType && !isDeclaration(target);
  return !DOORS[from]?.includes(to);
}

/** Types and fixed words only: nothing in it can be called. */
function isDeclaration(file: string): boolean {
  return !/\bfunction\b|\bclass\b|\)\s*=>\s*\{/.test(codeOf(file));
}

function inWords({ file, target }: Import): string {
  return `${file} opens ${target}`;
}

function packageUsers(pattern: RegExp): string[] {
  return [...new Set(imports.filter(({ target }) => pattern.test(target)).map(({ file }) => file))];
}

function findCycle(): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    const next = imports.filter((each) => each.file === file && isOurs(each.target));
    for (const { target } of next) {
      const cycle = walk(target, [...way, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of files) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
