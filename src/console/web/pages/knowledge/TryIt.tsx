import {
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryQuestion } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { Explanation } from '../../look/Explanation.tsx';
import { Marked } from '../../look/Marked.tsx';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { hrefTo } from '../../shell/route.ts';

/** Asks the bot with the knowledge as it is live. */
export default function TryIt() {
  const { t } = useTranslation();
  return (
    <>
      <Anchor href={hrefTo(['pengetahuan'])}>← {t('pages.pengetahuan')}</Anchor>
      <PageHead title={t('knowledge.try')} help={t('tryIt.help')} />
      <TryBox />
    </>
  );
}

/** A question, the bubbles that answer it, and why; with a draft in place of what is live when one is named. */
export function TryBox({ draft }: { draft?: { table: string; key: string } }) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState('');
  const [language, setLanguage] = useState<'id' | 'en'>('id');
  const trying = useChange(tryQuestion);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trying.mutate({ body: { question, language, ...(draft && { draft }) } });
  };
  return (
    <Stack>
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={t('tryIt.question')}
            required
            maxLength={1_000}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            style={{ flexGrow: 1 }}
            data-autofocus
          />
          <SegmentedControl
            aria-label={t('tryIt.language')}
            data={['id', 'en']}
            value={language}
            onChange={(next) => setLanguage(next as 'id' | 'en')}
          />
          <Button type="submit" loading={trying.isPending}>
            {t('tryIt.ask')}
          </Button>
        </Group>
      </form>
      {trying.isPending && <Text c="dimmed">{t('tryIt.learning')}</Text>}
      {trying.error && <Trouble error={trying.error} />}
      {trying.data && (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Stack>
            {trying.data.replies.map(({ text, choices }) => (
              <div key={text} className="bubble bubble-web">
                <Marked text={text} />
                <Group gap={4}>
                  {choices.map((choice) => (
                    <Badge key={choice} variant="outline" tt="none">
                      {choice}
                    </Badge>
                  ))}
                </Group>
              </div>
            ))}
          </Stack>
          <Card withBorder>
            <Title order={2} size="h5">
              {t('tryIt.why')}
            </Title>
            <Explanation
              decision={trying.data.decision}
              entry={trying.data.entry}
              explanation={trying.data.explanation}
            />
          </Card>
        </SimpleGrid>
      )}
    </Stack>
  );
}
