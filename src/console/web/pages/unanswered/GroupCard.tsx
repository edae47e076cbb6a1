import { Alert, Anchor, Badge, Button, Card, Group, List, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnansweredGroup } from '../../../contract/unanswered.ts';
import { momentOf } from '../../look/dates.ts';
import { Sparkline } from '../../look/Sparkline.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo } from '../../shell/route.ts';
import { PhrasingDialog } from './PhrasingDialog.tsx';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import { TellDialog } from './TellDialog.tsx';

const SHOWN_AT_ONCE = 3;
const MOST_HANDED_OVER = 10;

interface Props {
  group: UnansweredGroup;
  /** It was set aside, at this moment. */
  onSetAside: (at: string) => void;
}

/** One group: the words, how often and when, and what can be done about it. */
export function GroupCard({ group, onSetAside }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <Card withBorder component="article" aria-labelledby={heading}>
      <Text component="h2" id={heading} fw={700} size="lg" className="words">
        {group.leader}
      </Text>
      <Group gap="xs" my="xs">
        {group.misses > 0 && (
          <Badge color="yellow.4">
            {t('console-unanswered:kinds.miss')}: {group.misses}
          </Badge>
        )}
        {group.thumbsDown > 0 && (
          <Badge color="grape.9">
            {t('console-unanswered:kinds.thumbs-down')}: {group.thumbsDown}
          </Badge>
        )}
        <Text size="sm">
          {t('console-unanswered:week', { count: group.last7 })} (<Trend group={group} />) ·{' '}
          {t('console-unanswered:month', { count: group.last30 })}
        </Text>
        <Sparkline counts={group.days} label={t('console-unanswered:chart', { counts: group.days.join(', ') })} />
      </Group>
      <Wordings group={group} />
      <Text size="sm" c="dimmed">
        {t('console-unanswered:last', { moment: momentOf(group.lastAt) })}
      </Text>
      <Disliked group={group} />
      {group.answeredBy && <Already group={group} by={group.answeredBy} />}
      <Acts group={group} onSetAside={onSetAside} />
    </Card>
  );
}

function Trend({ group: { last7, before7 } }: { group: UnansweredGroup }) {
  const { t } = useTranslation();
  if (last7 === before7) return t('console-unanswered:steady');
  return t(`console-unanswered:${last7 > before7 ? 'rising' : 'falling'}`, { before: before7 });
}

/** In the exporters' own words. */
function Wordings({ group }: { group: UnansweredGroup }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (group.wordings < 2) return null;
  const shown = isOpen ? group.questions : group.questions.slice(0, SHOWN_AT_ONCE);
  return (
    <>
      <List size="sm" mb={4}>
        {shown.map(({ text, language, kind, count }) => (
          <List.Item key={`${kind} ${language} ${text}`} className="words" lang={language}>
            {text} <Text span size="sm" c="dimmed">{`(${t('console-unanswered:times', { count })})`}</Text>
          </List.Item>
        ))}
      </List>
      {group.wordings > SHOWN_AT_ONCE && (
        <Button
          variant="subtle"
          size="compact-sm"
          display="block"
          mb={4}
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen
            ? t('console-unanswered:hideWordings')
            : `${t('console-unanswered:showWordings')} (${group.wordings})`}
        </Button>
      )}
    </>
  );
}

function Disliked({ group: { disliked } }: { group: UnansweredGroup }) {
  const { t, i18n } = useTranslation();
  if (disliked.length === 0) return null;
  return (
    <Text size="sm">
      {t('console-unanswered:disliked')}:{' '}
      {disliked.map(({ key, title }, at) => (
        <span key={key}>
          {at > 0 && ', '}
          <Anchor size="sm" underline="always" href={hrefTo(['pengetahuan', 'entries', key])}>
            {i18n.language === 'en' ? title.en : title.id}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}

/** An entry that is published by now has one of its wordings: who asked can be told. */
function Already({ group, by }: { group: UnansweredGroup; by: NonNullable<UnansweredGroup['answeredBy']> }) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const [isTelling, setIsTelling] = useState(false);
  const questions = [...new Set(group.questions.map(({ text }) => text))];
  return (
    <Alert color="teal" mt="xs">
      <Text size="sm">
        {t('console-notices:answered.already', { title: i18n.language === 'en' ? by.title.en : by.title.id })}
      </Text>
      {may('recall-answers') && (
        <Button size="xs" mt="xs" onClick={() => setIsTelling(true)}>
          {t('console-notices:answered.tell')}
        </Button>
      )}
      {isTelling && (
        <TellDialog answered={{ entry: by.key, title: by.title, questions }} onClose={() => setIsTelling(false)} />
      )}
    </Alert>
  );
}

function Acts({ group, onSetAside }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'phrasing' | 'aside' | null>(null);
  const close = () => setOpen(null);
  return (
    <Group mt="sm" gap="xs">
      {may('settle-unanswered') && (
        <Button size="sm" onClick={() => setOpen('phrasing')}>
          {t('console-unanswered:addPhrasing')}
        </Button>
      )}
      {may('write-drafts') && (
        <Button size="sm" variant="default" component="a" href={newEntryOf(group)}>
          {t('console-unanswered:newEntry')}
        </Button>
      )}
      {may('settle-unanswered') && (
        <Button size="sm" variant="default" onClick={() => setOpen('aside')}>
          {t('console-unanswered:setAside')}
        </Button>
      )}
      {open === 'phrasing' && <PhrasingDialog group={group} onClose={close} />}
      {open === 'aside' && <SetAsideDialog group={group} onClose={close} onDone={onSetAside} />}
    </Group>
  );
}

/** The editor of a new entry, with the group's words as its phrasings, one a line. */
function newEntryOf({ questions }: UnansweredGroup): string {
  const said = (language: string) =>
    questions
      .filter((one) => one.language === language)
      .slice(0, MOST_HANDED_OVER)
      .map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 300))
      .join('\n');
  return hrefTo(['pengetahuan', 'entries'], { baru: '1', 'frasa-id': said('id'), 'frasa-en': said('en') });
}
