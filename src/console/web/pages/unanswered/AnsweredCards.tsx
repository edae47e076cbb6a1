import { Anchor, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answered, listAnswered } from '../../../contract/notices.ts';
import { useRead } from '../../calls/useCall.ts';
import { hrefTo } from '../../shell/route.ts';
import { TellDialog } from './TellDialog.tsx';

const MOST_SHOWN = 3;

/** Questions that have an answer by now, and whose askers do not know; nothing when there are none. */
export function AnsweredCards() {
  const { t } = useTranslation();
  const read = useRead(listAnswered);
  const answered = read.data?.answered ?? [];
  if (answered.length === 0) return null;
  return (
    <Stack mb="lg">
      <div>
        <Text component="h2" fw={700} size="lg">
          {t('console-notices:answered.title')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('console-notices:answered.help')}
        </Text>
      </div>
      {answered.map((one) => (
        <AnsweredCard key={one.entry} answered={one} />
      ))}
    </Stack>
  );
}

function AnsweredCard({ answered }: { answered: Answered }) {
  const { t, i18n } = useTranslation();
  const [isTelling, setIsTelling] = useState(false);
  const { entry, title, questions } = answered;
  return (
    <Card withBorder padding="sm">
      <List size="sm" mb={4}>
        {questions.slice(0, MOST_SHOWN).map((question) => (
          <List.Item key={question} className="words">
            {question}
          </List.Item>
        ))}
        {questions.length > MOST_SHOWN && <List.Item>+{questions.length - MOST_SHOWN}</List.Item>}
      </List>
      <Group justify="space-between">
        <Text size="sm">
          {t('console-notices:answered.by')}:{' '}
          <Anchor size="sm" underline="always" href={hrefTo(['pengetahuan', 'entries', entry])}>
            {i18n.language === 'en' ? title.en : title.id}
          </Anchor>
        </Text>
        <Button size="sm" onClick={() => setIsTelling(true)}>
          {t('console-notices:answered.tell')}
        </Button>
      </Group>
      {isTelling && <TellDialog answered={answered} onClose={() => setIsTelling(false)} />}
    </Card>
  );
}
