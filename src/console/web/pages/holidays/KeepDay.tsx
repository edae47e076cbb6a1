import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepHoliday, listHolidays } from '../../../contract/holidays.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';

/** Writes a day down: joint leave, or a working day although the calendar says otherwise. */
export function KeepDay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState('off');
  const keeping = useChange(keepHoliday, [listHolidays]);
  const keep = () => keeping.mutate({ body: { day, name, isOff: kind === 'off' } }, { onSuccess: onClose });
  const kinds = (['off', 'work'] as const).map((value) => ({ value, label: t(`console-excel:holidays.${value}`) }));
  return (
    <FormDialog
      {...{ title: t('console-excel:holidays.add'), submit: t('look.save'), onClose, onSubmit: keep }}
      isPending={keeping.isPending}
      isBlocked={day === '' || !isReason(name)}
      error={keeping.error}
    >
      <TextInput
        type="date"
        label={t('console-excel:holidays.day')}
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Reason label={t('console-excel:holidays.name')} value={name} onChange={setName} />
      <SegmentedControl aria-label={t('console-excel:holidays.kind')} data={kinds} value={kind} onChange={setKind} />
    </FormDialog>
  );
}
