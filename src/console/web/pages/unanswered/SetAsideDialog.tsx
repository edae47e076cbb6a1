import { Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUnanswered, setAside, type UnansweredGroup } from '../../../contract/unanswered.ts';
import { useChange } from '../../calls/useCall.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Trouble } from '../../look/Trouble.tsx';

const REASONS = ['off-topic', 'test', 'answered', 'unclear'] as const;

/** Takes a group off the list, with a reason. */
export function SetAsideDialog({ group, onClose }: { group: UnansweredGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>('off-topic');
  const [words, setWords] = useState('');
  const setting = useChange(setAside, [listUnanswered]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = chosen === 'other' ? words : t(`console-unanswered:aside.reasons.${chosen}`);
    const questions = [...new Set(group.questions.map(({ text }) => text))];
    setting.mutate({ body: { questions, reason } }, { onSuccess: onClose });
  };
  return (
    <Dialog opened onClose={onClose} title={t('console-unanswered:aside.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('console-unanswered:aside.help')}</Text>
          <Radio.Group label={t('console-unanswered:aside.reason')} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {REASONS.map((reason) => (
                <Radio key={reason} value={reason} label={t(`console-unanswered:aside.reasons.${reason}`)} />
              ))}
              <Radio value="other" label={t('console-unanswered:aside.other')} />
            </Stack>
          </Radio.Group>
          {chosen === 'other' && (
            <TextInput
              label={t('console-unanswered:aside.other')}
              required
              minLength={3}
              maxLength={500}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          {setting.isError && <Trouble error={setting.error} />}
          <Button type="submit" loading={setting.isPending}>
            {t('console-unanswered:aside.submit')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
