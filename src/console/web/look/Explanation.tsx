import { Anchor, Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hrefTo } from '../shell/route.ts';

interface Understanding {
  language?: string;
  words?: string[];
  corrections?: { from: string; to: string; reason: string }[];
  entities?: { kind: string; id: string; text: string; exact: boolean }[];
  unknownNames?: { kind: string; text: string }[];
  candidates?: { id: string; confidence: number; parts: Record<string, number> }[];
  inScope?: number;
}

/** Why a question was answered as it was: the words as read, corrections, names, and the candidates with their scores. */
export function Explanation({
  decision,
  entry,
  explanation,
}: {
  decision: string;
  entry: string | null;
  explanation: unknown;
}) {
  const { t } = useTranslation();
  const read = (explanation ?? {}) as Understanding;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge>{t(`decisions.${decision}`, { defaultValue: decision })}</Badge>
        {entry && <Anchor href={hrefTo(['pengetahuan', 'entries', entry])}>{entry}</Anchor>}
      </Group>
      {read.words && (
        <Text size="sm">
          {t('why.words')}: {read.words.join(' ')}
        </Text>
      )}
      {(read.corrections?.length ?? 0) > 0 && (
        <Text size="sm">
          {t('why.corrections')}:{' '}
          {read.corrections?.map(({ from, to, reason }) => `${from} → ${to} (${t(`why.${reason}`)})`).join(', ')}
        </Text>
      )}
      {(read.entities?.length ?? 0) > 0 && (
        <Text size="sm">
          {t('why.names')}: {read.entities?.map(({ text, id }) => `${text} = ${id}`).join(', ')}
        </Text>
      )}
      {(read.unknownNames?.length ?? 0) > 0 && (
        <Text size="sm" c="red.8">
          {t('why.unknown')}: {read.unknownNames?.map(({ text }) => text).join(', ')}
        </Text>
      )}
      {read.candidates?.slice(0, 5).map((candidate) => (
        <Candidate key={candidate.id} {...candidate} />
      ))}
    </Stack>
  );
}

function Candidate({ id, confidence, parts }: { id: string; confidence: number; parts: Record<string, number> }) {
  const score = Object.entries(parts).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  return (
    <div>
      <Group justify="space-between">
        <Text size="sm">{id}</Text>
        <Text size="sm">{Math.round(confidence * 100)} %</Text>
      </Group>
      <Progress value={confidence * 100} size="sm" aria-label={id} />
      <Text size="xs" c="dimmed">
        {score.join(', ')}
      </Text>
    </div>
  );
}
