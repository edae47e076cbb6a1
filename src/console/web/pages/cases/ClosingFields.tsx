import { Fieldset, Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES } from '../../../contract/cases.ts';
import { OUTCOMES, type Typed } from './actBody.ts';

interface Props {
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

/** How a case ended, whether the obstacle is gone, and what was exported since, if she told. */
export function ClosingFields({ typed, onType }: Props) {
  const { t, i18n } = useTranslation();
  const isIndonesian = i18n.language !== 'en';
  return (
    <>
      <Select
        label={t('console-cases:outcome')}
        data={OUTCOMES.map((value) => ({ value, label: t(`console-cases:outcomes.${value}`) }))}
        value={typed.outcome}
        onChange={(outcome) => outcome && onType({ outcome })}
        allowDeselect={false}
      />
      <Select
        label={t('console-cases:resolved')}
        data={['', 'yes', 'no'].map((value) => ({
          value,
          label: t(`console-cases:resolveds.${value || 'asOutcome'}`),
        }))}
        value={typed.resolved}
        onChange={(resolved) => onType({ resolved: (resolved ?? '') as Typed['resolved'] })}
        allowDeselect={false}
      />
      <Fieldset legend={t('console-cases:exportValue')} variant="unstyled">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <Select
            label={t('console-cases:currency')}
            data={[...CURRENCIES]}
            value={typed.currency}
            onChange={(currency) => currency && onType({ currency })}
            allowDeselect={false}
            w={100}
          />
          <NumberInput
            label={t('console-cases:amount')}
            min={0}
            max={1e13}
            decimalScale={2}
            allowNegative={false}
            hideControls
            thousandSeparator={isIndonesian ? '.' : ','}
            decimalSeparator={isIndonesian ? ',' : '.'}
            value={typed.amount}
            onChange={(amount) => onType({ amount: typeof amount === 'number' ? amount : '' })}
          />
        </Group>
      </Fieldset>
    </>
  );
}
