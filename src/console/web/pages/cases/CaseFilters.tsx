import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listUnits } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { FilterBar } from '../../look/FilterBar.tsx';
import { narrow } from '../../look/narrow.ts';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { useWhere } from '../../shell/route.ts';
import { COLUMNS, ONLYS } from './caseQuery.ts';

/** What narrows cases down, and how they are laid out. A board has its states as columns already. */
export function CaseFilters() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const units = useRead(listUnits);
  const isBoard = query.get('bentuk') === 'board';
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`console-cases:${group}.${value}`) }));
  const holders = [
    { value: 'desk', label: t('console-cases:desk') },
    ...(units.data?.units ?? []).map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <FilterBar>
      <SearchFilter />
      <ChoiceFilter
        {...{ name: 'hanya', label: t('console-cases:only'), choices: named('onlys', ONLYS), otherwise: 'unclosed' }}
      />
      {!isBoard && (
        <ChoiceFilter
          {...{ name: 'keadaan', label: t('console-cases:state'), choices: named('states', [...COLUMNS, 'closed']) }}
        />
      )}
      <ChoiceFilter
        {...{ name: 'unit', label: t('console-cases:unit'), choices: holders, isSearchable: true, width: 220 }}
      />
      <SegmentedControl
        aria-label={t('console-cases:view')}
        data={named('views', ['list', 'board'])}
        value={isBoard ? 'board' : 'list'}
        onChange={(bentuk) => narrow({ bentuk, keadaan: undefined })}
      />
    </FilterBar>
  );
}
