import { Button, Card, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCanned } from '../../../contract/canned.ts';
import { useRead } from '../../calls/useCall.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { fillIn, type Known } from './fillIn.ts';

interface Props {
  /** What the exporter reads. */
  language: 'id' | 'en';
  known: Known;
  onPick: (text: string) => void;
}

/** The way to a saved text: looked up by its words, filled with what is known, taken into the answer. */
export function CannedPicker(props: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const pick = (text: string) => {
    props.onPick(text);
    setIsOpen(false);
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {t('console-canned:use')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={t('console-canned:choose')} size="lg">
        {isOpen && <Choice {...props} onPick={pick} />}
      </Dialog>
    </>
  );
}

const MOST_SHOWN = 20;
const REST_MS = 250;

function Choice({ language: hers, known, onPick }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [language, setLanguage] = useState(hers);
  const [searched] = useDebouncedValue(words, REST_MS);
  const read = useRead(listCanned, { query: { words: searched || undefined, size: MOST_SHOWN } });
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          label={t('look.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        <SegmentedControl
          aria-label={t('console-canned:inLanguage')}
          data={(['id', 'en'] as const).map((value) => ({ value, label: t(`console-unanswered:languages.${value}`) }))}
          value={language}
          onChange={(value) => setLanguage(value as 'id' | 'en')}
        />
      </Group>
      <ReadFrame
        {...{ read, height: 120 }}
        none={({ total }) => (total > 0 ? null : t(`console-canned:${searched ? 'noneFound' : 'none'}`))}
      >
        {({ replies }) => (
          <Stack gap="xs">
            {replies.map(({ id, title, text }) => (
              <Card key={id} withBorder padding="sm">
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <div>
                    <Text fw={600}>{title}</Text>
                    <Text size="sm" className="words" lang={language}>
                      {fillIn(text[language], known(language))}
                    </Text>
                  </div>
                  <Button
                    size="xs"
                    flex="none"
                    aria-label={`${t('console-canned:insert')}: ${title}`}
                    onClick={() => onPick(fillIn(text[language], known(language)))}
                  >
                    {t('console-canned:insert')}
                  </Button>
                </Group>
              </Card>
            ))}
          </Stack>
        )}
      </ReadFrame>
    </Stack>
  );
}
