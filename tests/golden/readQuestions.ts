import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { blockSchema, type Kind, type Question, type Target, type Written } from './question.ts';

const FOLDER = import.meta.dirname;
const WRITTEN: readonly Written[] = ['id', 'en', 'mixed'];

/** Areas whose questions must not be answered; all other files hold questions in scope. */
const KINDS: Readonly<Record<string, Kind>> = { near: 'near', far: 'far' };

/** File that holds words whose language alone is asked. */
const LANGUAGE_FILE = 'language.yaml';

/** Reads every golden question; the area is the name of its file. */
export function readQuestions(): Question[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && file !== LANGUAGE_FILE);
  return files.sort().flatMap(readArea);
}

/** Short words and the language they are in. */
export function readShortWords(): { text: string; language: 'id' | 'en' }[] {
  const read = z.strictObject({ id: z.array(z.string()), en: z.array(z.string()) }).parse(yamlOf(LANGUAGE_FILE));
  return (['id', 'en'] as const).flatMap((language) => read[language].map((text) => ({ text, language })));
}

function readArea(file: string): Question[] {
  const area = basename(file, '.yaml');
  const blocks = z.array(blockSchema).parse(yamlOf(file));
  return blocks.flatMap((block) => {
    const kind = KINDS[area] ?? 'in-scope';
    const targets = targetsOf(block);
    if ((kind === 'in-scope') === (targets.length === 0 || block.refuse !== undefined))
      throw new Error(`${file}: a block names what is right, or why it is refused: ${JSON.stringify(block)}`);
    return WRITTEN.flatMap((written) =>
      block[written].map((text): Question => ({ text, area, written, kind, after: block.after, targets })),
    );
  });
}

function targetsOf({ entry, rows, anyOf = [] }: z.infer<typeof blockSchema>): Target[] {
  const first = entry ? [{ entry, ...(rows && { rows }) }] : [];
  const others = anyOf.map((one) => (typeof one === 'string' ? { entry: one } : one));
  return [...first, ...others].map(({ entry: id, rows: wanted }) => ({ entry: id, ...(wanted && { rows: wanted }) }));
}

function yamlOf(file: string): unknown {
  return parse(readFileSync(join(FOLDER, file), 'utf8'));
}
