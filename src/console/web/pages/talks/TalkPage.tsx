import { Accordion, Anchor, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  giveTalkBack,
  type ListedTalk,
  listTalks,
  readTalk,
  sayInTalk,
  type TalkTurn,
  takeTalk,
} from '../../../contract/talks.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { useNews } from '../../calls/useNews.ts';
import { momentOf } from '../../look/dates.ts';
import { Explanation } from '../../look/Explanation.tsx';
import { Form } from '../../look/Form.tsx';
import { PageHead } from '../../look/PageHead.tsx';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { RecoveredNote } from '../../look/RecoveredNote.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useKeptWords } from '../../look/useKeptWords.ts';
import { useNamed } from '../../look/useNamed.ts';
import { useMay } from '../../session/useMay.ts';
import { hrefTo } from '../../shell/route.ts';
import { AnswerWords, isFilled } from '../canned/AnswerWords.tsx';
import { Lines } from './Lines.tsx';
import { PhoneNote } from './PhoneNote.tsx';
import { useKnownOfTalk } from './useKnownOfTalk.ts';

/** What is said comes by {@link useNews}; this is for what gets lost on the way. */
const EVERY_MS = 10_000;

/** One talk as it goes on, why the bot answered as it did, and the way to answer instead of it. */
export function TalkPage({ talkKey }: { talkKey: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const named = useNamed();
  const read = useRead(readTalk, { params: { key: talkKey } }, { every: EVERY_MS, isLook: true });
  useNews({ of: 'talk', key: talkKey }, [readTalk]);
  return (
    <>
      <Anchor href={hrefTo(['percakapan'])}>← {t('pages.percakapan')}</Anchor>
      <ReadFrame read={read} height={400}>
        {({ talk, phone, about, lines, turns }) => (
          <>
            <PageHead title={t('talks.talkOf', { moment: momentOf(talk.lastAt) })}>
              <Badge variant="outline">{t(`channels.${talk.channel}`)}</Badge>
              <Badge>{talk.owner === 'bot' ? t('owners.bot') : (talk.heldBy ?? t(`owners.${talk.owner}`))}</Badge>
            </PageHead>
            {phone && <PhoneNote phone={phone} />}
            <Group gap="xs" mb="md">
              {about.map(({ kind, rows }) => (
                <Badge key={kind} variant="light" tt="none">
                  {t(`slots.${kind}`, { defaultValue: kind })}: {rows.map(named).join(', ')}
                </Badge>
              ))}
            </Group>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Stack>
                <Lines talkKey={talkKey} lines={lines} />
                {may('answer-talks') && <Answering {...{ talk, about }} onDone={() => void read.refetch()} />}
              </Stack>
              <Turns turns={turns} />
            </SimpleGrid>
          </>
        )}
      </ReadFrame>
    </>
  );
}

interface AnsweringProps {
  talk: ListedTalk;
  about: Parameters<typeof useKnownOfTalk>[0];
  onDone: () => void;
}

function Answering({ talk, about, onDone }: AnsweringProps) {
  const { t } = useTranslation();
  const known = useKnownOfTalk(about);
  const kept = useKeptWords(`talk ${talk.key}`, '');
  const text = kept.value;
  const taking = useChange(takeTalk, [readTalk, listTalks]);
  const giving = useChange(giveTalkBack, [readTalk, listTalks]);
  const saying = useChange(sayInTalk, [readTalk, listTalks]);
  const params = { key: talk.key };
  const say = () => {
    const taken = ({ isDone }: { isDone: boolean }) => {
      if (isDone) kept.forget();
      onDone();
    };
    saying.mutate({ params, body: { text } }, { onSuccess: taken });
  };
  const error = taking.error ?? giving.error ?? saying.error;
  if (talk.owner !== 'staff')
    return (
      <Group>
        <Button loading={taking.isPending} onClick={() => taking.mutate({ params, body: {} }, { onSuccess: onDone })}>
          {t('talks.take')}
        </Button>
        {error && <Trouble error={error} />}
      </Group>
    );
  return (
    <Form
      submit={t('talks.send')}
      onSubmit={say}
      isPending={saying.isPending}
      isBlocked={!isFilled(text)}
      refused={saying.data?.isDone === false && t('talks.notHeld')}
      error={error}
      beside={
        <Button
          variant="default"
          loading={giving.isPending}
          onClick={() => giving.mutate({ params, body: {} }, { onSuccess: onDone })}
        >
          {t('talks.giveBack')}
        </Button>
      }
    >
      {kept.isRecovered && <RecoveredNote onForget={kept.forget} />}
      <AnswerWords
        {...{ label: t('talks.reply'), description: t('talks.replyHelp'), value: text, onChange: kept.change }}
        {...{ maxLength: 4_000, required: true, language: talk.language ?? 'id', known }}
      />
    </Form>
  );
}

function Turns({ turns }: { turns: readonly TalkTurn[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('talks.why')}
      </Title>
      <Accordion variant="contained" order={3}>
        {turns.map((turn) => (
          <Accordion.Item key={turn.turnId} value={turn.turnId.replace(/\W/g, '_')}>
            <Accordion.Control>
              <Text size="sm" className="words">
                {turn.question}
              </Text>
              <Group gap={4}>
                <Badge variant="light">{t(`decisions.${turn.decision}`, { defaultValue: turn.decision })}</Badge>
                {turn.verdict && (
                  <Badge color={turn.verdict === 'down' ? 'yellow.4' : 'gray.3'}>{t(`talks.${turn.verdict}`)}</Badge>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Explanation decision={turn.decision} entry={turn.entry} explanation={turn.explanation} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}
