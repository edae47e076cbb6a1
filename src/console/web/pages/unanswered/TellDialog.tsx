import { Alert, Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answered, countAskers, listAnswered, listNotices, tellAskers } from '../../../contract/notices.ts';
import { listUnanswered } from '../../../contract/unanswered.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { AudienceShown } from '../notices/AudienceShown.tsx';

/** Shows whom it would reach and in which words; then tells them. */
export function TellDialog({ answered, onClose }: { answered: Answered; onClose: () => void }) {
  const { t } = useTranslation();
  const { entry, questions } = answered;
  const counting = useChange(countAskers);
  const telling = useChange(tellAskers, [listAnswered, listUnanswered, listNotices]);
  const { mutate } = counting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for these questions
  useEffect(() => mutate({ body: { entry, questions } }), [mutate, entry]);
  const audience = counting.data?.audience;
  const people = audience?.people ?? 0;
  const refused = telling.data && telling.data.kind !== 'sent' ? telling.data.kind : null;
  return (
    <FormDialog
      {...{ title: t('console-notices:answered.dialog'), size: 'lg', onClose }}
      submit={t('console-notices:answered.submit')}
      onSubmit={() =>
        telling.mutate({ body: { entry, questions } }, { onSuccess: ({ kind }) => kind === 'sent' && onClose() })
      }
      isPending={telling.isPending}
      isBlocked={people === 0}
      error={counting.error ?? telling.error}
      refused={refused && t(`console-notices:answered.${refused}`)}
    >
      {counting.isPending && <Skeleton height={120} />}
      {audience === null && <Alert color="red">{t('console-notices:answered.unknown')}</Alert>}
      {audience && people === 0 && <Alert>{t('console-notices:answered.nobody')}</Alert>}
      {audience && people > 0 && (
        <>
          <Text>{t('console-notices:answered.count', { count: people })}</Text>
          <AudienceShown audience={audience} />
        </>
      )}
    </FormDialog>
  );
}
