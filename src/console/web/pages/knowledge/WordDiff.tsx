import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { diffWords } from './diffWords.ts';
import { fieldPath } from './fieldPath.ts';

type Value = Record<string, unknown> | null;

/** What differs between two contents of a row, field by field, word by word. */
export function RowDiff({ before, after }: { before: Value; after: Value }) {
  const { t } = useTranslation();
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
  if (names.length === 0) return <Text size="sm">{t('diff.none')}</Text>;
  return (
    <Stack gap="xs">
      {names.map((name) => (
        <div key={name}>
          <Text size="xs" fw={700}>
            {fieldPath(name.split('.'), t)}
          </Text>
          <WordDiff before={old.get(name) ?? ''} after={now.get(name) ?? ''} />
        </div>
      ))}
    </Stack>
  );
}

/** Two texts as one: what is new, what is gone. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <Text size="sm" className="words">
      {diffWords(before, after).map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        if (kind === 'added') return <ins key={at}>{text}</ins>;
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        if (kind === 'removed') return <del key={at}>{text}</del>;
        return text;
      })}
    </Text>
  );
}

/** Every text of a row by its path; lists of words as one text, a line each. */
function fieldsOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return new Map([[path, value.join('\n')]]);
  const entries = Object.entries(value).flatMap(([name, field]) => [
    ...fieldsOf(field, path ? `${path}.${name}` : name),
  ]);
  return new Map(entries);
}
