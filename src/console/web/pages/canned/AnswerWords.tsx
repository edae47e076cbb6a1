import { Alert, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Words } from '../../look/Words.tsx';
import { CannedPicker } from './CannedPicker.tsx';
import { type Known, openIn } from './fillIn.ts';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  lines?: number;
  required?: boolean;
  language: 'id' | 'en';
  known: Known;
}

/** Words for an exporter: free ones, or saved ones that are filled with what is known; what is still open is said. */
export function AnswerWords({ language, known, ...words }: Props) {
  const { t } = useTranslation();
  const open = openIn(words.value);
  const insert = (text: string) => words.onChange(words.value.trim() ? `${words.value.trimEnd()}\n\n${text}` : text);
  return (
    <Stack gap="xs">
      <Words {...words} />
      <Group>
        <CannedPicker {...{ language, known, onPick: insert }} />
      </Group>
      {open.length > 0 && (
        <Alert color="yellow" role="status">
          {t('console-canned:open', { names: open.map((name) => `{${name}}`).join(', ') })}
        </Alert>
      )}
    </Stack>
  );
}

/** Whether words may be sent as they stand. */
export function isFilled(words: string): boolean {
  return openIn(words).length === 0;
}
