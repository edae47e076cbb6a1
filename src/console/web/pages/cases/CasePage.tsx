import { Anchor, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseShown, readCase } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { useNews } from '../../calls/useNews.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo } from '../../shell/route.ts';
import { MakeKnowledge } from '../suggestions/MakeKnowledge.tsx';
import { CaseActs } from './CaseActs.tsx';
import { CaseEvents } from './CaseEvents.tsx';
import { CaseSummary } from './CaseSummary.tsx';
import { OtherCases } from './OtherCases.tsx';

const EVERY_MS = 30_000;

/** One case: what it is about, the talk, what happened, and what can be done. */
export function CasePage({ number }: { number: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const read = useRead(readCase, { params: { number } }, { every: EVERY_MS, isLook: true });
  useNews({ of: 'cases' }, [readCase]);
  return (
    <>
      <Anchor href={hrefTo(['kasus'])}>← {t('pages.kasus')}</Anchor>
      <PageHead title={number} />
      <ReadFrame read={read} none={({ file }) => (file === null ? t('console-cases:gone') : null)}>
        {({ file }) =>
          file && (
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <Stack>
                <CaseSummary file={file} />
                {may('work-cases') && file.acts.length > 0 && <CaseActs file={file} />}
              </Stack>
              <Stack>
                <CaseEvents events={file.events} />
                {isAnswered(file) && <MakeKnowledge number={number} />}
                <OtherCases others={file.others} />
                <Transcript file={file} />
              </Stack>
            </SimpleGrid>
          )
        }
      </ReadFrame>
    </>
  );
}

/** Somebody's words answered it; those of an erased case are gone. */
function isAnswered({ events }: CaseShown): boolean {
  return events.some(({ kind, words }) => kind === 'case.answered' && words !== null);
}

function Transcript({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Text component="h2" fw={700}>
          {t('console-cases:transcript')}
        </Text>
        {file.talk && may('read-talks') && (
          <Anchor href={hrefTo(['percakapan', file.talk])} underline="always" size="sm">
            {t('console-cases:openTalk')}
          </Anchor>
        )}
      </Group>
      {file.transcript.length === 0 && <Text size="sm">{t('console-cases:noTranscript')}</Text>}
      {file.transcript.map(({ by, text, at }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a talk have no other name, and never change
        <div key={n} className={by === 'exporter' ? 'said said-in' : 'said'}>
          <Text size="xs" c="dimmed">
            {t(`console-cases:by.${by}`)} · {momentOf(at)}
          </Text>
          <Text size="sm" className="words spoken">
            {text}
          </Text>
        </div>
      ))}
    </Card>
  );
}
