import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonShown } from '../../../contract/notices.ts';
import { momentOf } from '../../look/dates.ts';
import { WideTable } from '../../look/WideTable.tsx';
import { hrefTo } from '../../shell/route.ts';
import { STATE_COLORS } from './Counts.tsx';

const COLUMNS = ['asked', 'at', 'channel', 'state'] as const;

/** Who is told: her question, when, where, and how it stands. */
export function People({ people }: { people: readonly PersonShown[] }) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('console-notices:who')} columns={COLUMNS.map((name) => t(`console-notices:${name}`))}>
      {people.map((person, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people of a notice have no name here
        <Table.Tr key={n}>
          <Table.Td>
            <Text size="sm" className="words" lineClamp={3} lang={person.language}>
              {person.question}
            </Text>
            {person.talk && (
              <Anchor size="xs" underline="always" href={hrefTo(['percakapan', person.talk])}>
                {t('console-notices:toTalk')}
              </Anchor>
            )}
          </Table.Td>
          <Table.Td>{momentOf(person.at)}</Table.Td>
          <Table.Td>{t(`channels.${person.channel}`)}</Table.Td>
          <Table.Td>
            <State person={person} />
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

const EXPLAINED = new Set(['sent', 'parked']);

function State({ person: { state, since, revision, channel } }: { person: PersonShown }) {
  const { t } = useTranslation();
  if (state === null) return revision === null ? null : t('console-notices:got', { revision });
  const isExplained = EXPLAINED.has(state) && (state === 'parked') === (channel === 'whatsapp');
  return (
    <>
      <Badge color={STATE_COLORS[state]}>{t(`console-notices:states.${state}`)}</Badge>
      <Text size="xs" c="dimmed">
        {isExplained ? t(`console-notices:stateHelp.${state}`) : since && momentOf(since)}
      </Text>
    </>
  );
}
