import { Alert, Button, Divider } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginSingleSignOn } from '../../contract/account.ts';
import { useChange } from '../calls/useCall.ts';
import { Trouble } from '../look/Trouble.tsx';
import { hrefTo } from '../shell/route.ts';
import { keepPlace } from './keptPlace.ts';

/**
 * Leads to the provider of the office.
 *
 * @param isBeside over a page with something typed in it: the way goes through a tab of its own, and that page stays
 */
export function SingleSignOnButton({ isBeside }: { isBeside: boolean }) {
  const { t } = useTranslation();
  const beginning = useChange(beginSingleSignOn);
  const leave = () =>
    beginning.mutate(
      { body: {} },
      {
        onSuccess: (reply) => {
          if (reply.kind !== 'begun') return;
          keepPlace();
          location.assign(reply.address);
        },
      },
    );
  const isAsked = !isBeside && location.hash === hrefTo(['masuk', 'instansi']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, in the tab that was opened for it
  useEffect(() => {
    if (isAsked) leave();
  }, [isAsked]);
  return (
    <>
      <Divider label={t('signIn.or')} />
      {isBeside ? (
        <Button component="a" variant="default" href={hrefTo(['masuk', 'instansi'])} target="_blank">
          {t('signIn.sso')}
        </Button>
      ) : (
        <Button variant="default" loading={beginning.isPending} onClick={leave}>
          {t('signIn.sso')}
        </Button>
      )}
      {beginning.data?.kind === 'unreachable' && (
        <Alert color="orange" role="alert">
          {t('signIn.ssoUnreachable')}
        </Alert>
      )}
      {beginning.error && <Trouble error={beginning.error} />}
    </>
  );
}
