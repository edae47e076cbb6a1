import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSetAside, listUnanswered, setAside, type UnansweredGroup } from '../../../contract/unanswered.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { Reason } from '../../look/Reason.tsx';

const REASONS = ['off-topic', 'test', 'answered', 'unclear'] as const;

interface Props {
  group: UnansweredGroup;
  onClose: () => void;
  /** With the moment at which it was done, by which it can be undone. */
  onDone: (at: string) => void;
}

/** Takes a group off the list, with a reason. */
export function SetAsideDialog({ group, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>('off-topic');
  const [words, setWords] = useState('');
  const setting = useChange(setAside, [listUnanswered, listSetAside]);
  const submit = () => {
    const reason = chosen === 'other' ? words : t(`console-unanswered:aside.reasons.${chosen}`);
    const questions = [...new Set(group.questions.map(({ text }) => text))];
    const done = ({ at }: { at: string }) => {
      onDone(at);
      onClose();
    };
    setting.mutate({ body: { questions, reason } }, { onSuccess: done });
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
