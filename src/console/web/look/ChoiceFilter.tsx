import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/route.ts';
import { narrow } from './narrow.ts';

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** Its name in the address. */
  name: string;
  label: string;
  choices: readonly Choice[];
  /** What counts when the address says nothing; there is then no "all". */
  otherwise?: string;
  isSearchable?: boolean;
  /** Filters that cannot stand beside this one: it takes their place. */
  instead?: readonly string[];
  /** In pixels. */
  width?: number;
}

/** One of several, or all. */
export function ChoiceFilter({ name, label, choices, otherwise, isSearchable, instead = [], width = 170 }: Props) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const known = choices.find(({ value }) => value === query.get(name))?.value ?? otherwise ?? null;
  return (
    <Select
      label={label}
      placeholder={t('look.all')}
      data={[...choices]}
      value={known}
      onChange={(next) => narrow({ ...Object.fromEntries(instead.map((one) => [one, null])), [name]: next })}
      clearable={otherwise === undefined}
      allowDeselect={otherwise === undefined}
      searchable={isSearchable ?? false}
      w={width}
    />
  );
}
