import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUnanswered, setAside, type UnansweredGroup } from '../../../contract/unanswered.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { Reason } from '../../look/Reason.tsx';

const REASONS = ['off-topic', 'test', 'answered', 'unclear'] as const;

/** Takes a group off the list, with a reason. */
export function SetAsideDialog({ group, onClose }: { group: UnansweredGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>('off-topic');
  const [words, setWords] = useState('');
  const setting = useChange(setAside, [listUnanswered]);
  const submit = () => {
    const reason = chosen === 'other' ? words : t(`console-unanswered:aside.reasons.${chosen}`);
    const questions = [...new Set(group.questions.map(({ text }) => text))];
    setting.mutate({ body: { questions, reason } }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      {...{ title: t('console-unanswered:aside.title'), onClose, onSubmit: submit }}
      submit={t('console-unanswered:aside.submit')}
      isPending={setting.isPending}
      error={setting.error}
    >
      <Text size="sm">{t('console-unanswered:aside.help')}</Text>
      <Radio.Group label={t('console-unanswered:aside.reason')} value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason} label={t(`console-unanswered:aside.reasons.${reason}`)} />
          ))}
          <Radio value="other" label={t('console-unanswered:aside.other')} />
        </Stack>
      </Radio.Group>
      {chosen === 'other' && <Reason label={t('console-unanswered:aside.other')} value={words} onChange={setWords} />}
    </FormDialog>
  );
}
