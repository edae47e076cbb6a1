import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDay, dropHoliday, keepHoliday, listHolidays } from '../../../contract/holidays.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { dayOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { KeepDay } from './KeepDay.tsx';

/** The working calendar: national holidays as they are reckoned, joint leave and exceptions as staff write them down. */
export default function Holidays() {
  const { t } = useTranslation();
  const may = useMay();
  const { query } = useWhere();
  const [isAdding, setIsAdding] = useState(false);
  const years = nextYears();
  const year = query.get('tahun') ?? years[1] ?? '';
  const days = useRead(listHolidays, { query: { year } });
  const choices = years.map((value) => ({ value, label: value }));
  return (
    <>
      <Anchor href={hrefTo(['pengetahuan'])}>← {t('pages.pengetahuan')}</Anchor>
      <ListFrame
        title={t('console-excel:holidays.title')}
        help={t('console-excel:holidays.help')}
        acts={
          may('keep-calendar') && <Button onClick={() => setIsAdding(true)}>{t('console-excel:holidays.add')}</Button>
        }
        filters={
          <FilterBar>
            <ChoiceFilter {...{ name: 'tahun', label: t('console-excel:holidays.year'), choices, otherwise: year }} />
          </FilterBar>
        }
        read={days}
        none={({ days: listed }) => (listed.length === 0 ? t('console-excel:holidays.none') : null)}
      >
        {({ days: listed }) => <Days days={listed} mayChange={may('keep-calendar')} />}
      </ListFrame>
      {isAdding && <KeepDay onClose={() => setIsAdding(false)} />}
    </>
  );
}

function Days({ days, mayChange }: { days: readonly CalendarDay[]; mayChange: boolean }) {
  const { t } = useTranslation();
  const names = ['day', 'name', 'kind'] as const;
  const columns = names.map((name) => t(`console-excel:holidays.${name}`));
  return (
    <WideTable label={t('console-excel:holidays.title')} columns={columns} width={520}>
      {days.map((one) => (
        <Table.Tr key={one.day}>
          <Table.Td>{dayOf(`${one.day}T00:00:00+07:00`)}</Table.Td>
          <Table.Td>
            {one.name}
            <Text size="xs" c="dimmed">
              {t(`console-excel:holidays.${one.isOwn ? 'own' : 'national'}`)}
              {one.isOwn && one.national && `, ${one.national}`}
            </Text>
          </Table.Td>
          <Table.Td>
            <Group gap="xs" justify="space-between">
              <Badge {...(one.isOff ? {} : { color: 'gray' })}>
                {t(`console-excel:holidays.${one.isOff ? 'off' : 'work'}`)}
              </Badge>
              {mayChange && <DayAct day={one} />}
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

/** Takes back what staff wrote down, or makes a national holiday a working day. */
function DayAct({ day: { day, name, isOwn } }: { day: CalendarDay }) {
  const { t } = useTranslation();
  const dropping = useChange(dropHoliday, [listHolidays]);
  const keeping = useChange(keepHoliday, [listHolidays]);
  const spoken = dayOf(`${day}T00:00:00+07:00`);
  const error = dropping.error ?? keeping.error;
  if (error) return <Trouble error={error} />;
  return isOwn ? (
    <Button
      size="xs"
      variant="default"
      aria-label={t('console-excel:holidays.removeOf', { day: spoken })}
      loading={dropping.isPending}
      onClick={() => dropping.mutate({ body: { day } })}
    >
      {t('console-excel:holidays.remove')}
    </Button>
  ) : (
    <Button
      size="xs"
      variant="default"
      aria-label={t('console-excel:holidays.makeWorkOf', { day: spoken })}
      loading={keeping.isPending}
      onClick={() => keeping.mutate({ body: { day, name, isOff: false } })}
    >
      {t('console-excel:holidays.makeWork')}
    </Button>
  );
}

/** Last year for looking back, this one, and two for what the ministers have decreed already. */
function nextYears(): string[] {
  const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
  return [year - 1, year, year + 1, year + 2].map(String);
}
