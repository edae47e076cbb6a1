import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TalkLine } from '../../../contract/talks.ts';
import { Delivered } from '../../look/Delivered.tsx';
import { clockOf } from '../../look/dates.ts';
import { Marked } from '../../look/Marked.tsx';
import { hrefTo } from '../../shell/route.ts';
import { MakeKnowledge } from '../suggestions/MakeKnowledge.tsx';

/** What was said in a talk, by whom, and how far it has come on its way to a phone. */
export function Lines({ talkKey, lines }: { talkKey: string; lines: readonly TalkLine[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="log" aria-label={t('talks.lines')}>
      {lines.map((line) => (
        <Line key={line.sequence} talkKey={talkKey} line={line} />
      ))}
    </Stack>
  );
}

function Line({ talkKey, line }: { talkKey: string; line: TalkLine }) {
  const { sequence, from, number, at, text, choices, delivery } = line;
  const { t } = useTranslation();
  return (
    <div className={`bubble ${from === 'exporter' ? 'bubble-whatsapp' : 'bubble-web'}`}>
      <Text size="xs" c="#4d5c57">
        {t(`talks.${from}`)}{' '}
        {number && (
          <Anchor size="xs" underline="always" href={hrefTo(['kasus', number])}>
            {number}
          </Anchor>
        )}
        {number && ' '}· {clockOf(at)}
      </Text>
      <Marked text={text} />
      {choices.length > 0 && (
        <Text size="xs" c="#4d5c57">
          {t('talks.choices')}: {choices.join(' · ')}
        </Text>
      )}
      {delivery && <Delivered delivery={delivery} />}
      {from === 'staff' && <MakeKnowledge talk={{ key: talkKey, sequence }} />}
    </div>
  );
}
