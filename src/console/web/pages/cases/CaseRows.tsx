import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../contract/cases.ts';
import { Due } from '../../look/Due.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { hrefTo } from '../../shell/route.ts';
import { CaseAbout } from './CaseAbout.tsx';
import { Marks } from './Marks.tsx';

const COLUMNS = ['number', 'problem', 'state', 'due'] as const;

/** Cases, one a row. */
export function CaseRows({ cases }: { cases: readonly ListedCase[] }) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('pages.kasus')} columns={COLUMNS.map((name) => t(`console-cases:${name}`))}>
      {cases.map((kase) => (
        <Table.Tr key={kase.number}>
          <Table.Td className="whole">
            <Anchor href={hrefTo(['kasus', kase.number])} underline="always" size="sm">
              {kase.number}
            </Anchor>
          </Table.Td>
          <Table.Td>
            <Text size="sm" lineClamp={2} className="words">
              {kase.problem}
            </Text>
            <CaseAbout kase={kase} />
            <Marks kase={kase} />
          </Table.Td>
          <Table.Td>
            <Text size="sm">{t(`console-cases:states.${kase.state}`)}</Text>
            <Text size="xs" c="dimmed">
              {kase.unitName}
              {kase.handledBy && ` · ${kase.handledBy}`}
            </Text>
          </Table.Td>
          <Table.Td>
            {kase.dueAt ? <Due at={kase.dueAt} /> : <Text size="sm">{t('console-cases:noDue')}</Text>}
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
