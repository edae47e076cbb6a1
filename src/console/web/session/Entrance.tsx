import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, whoAmI } from '../../contract/account.ts';
import { onSignedOut } from '../calls/send.ts';
import { useRead } from '../calls/useCall.ts';
import { Dialog } from '../look/Dialog.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { goTo, useWhere } from '../shell/route.ts';
import { Shell } from '../shell/Shell.tsx';
import { Invitation } from './Invitation.tsx';
import { returnToPlace } from './keptPlace.ts';
import { type Returned, SignIn } from './SignIn.tsx';

/**
 * Lets in who is signed in. When a session ends while somebody works, the sign-in comes over the page, and what was
 * typed beneath it stays.
 */
export function Entrance() {
  const { t } = useTranslation();
  const { parts } = useWhere();
  const asked = useRead(whoAmI);
  const [me, setMe] = useState<Me | null>(null);
  const [hasEnded, setHasEnded] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    if (!asked.data?.me) return;
    setMe(asked.data.me);
    returnToPlace();
  }, [asked.data]);
  useSignInElsewhere(hasEnded, asked.refetch, () => setHasEnded(false));
  useEffect(() => {
    onSignedOut.tell = () => setHasEnded(true);
  }, []);
  const enter = (who: Me) => {
    setMe(who);
    setHasEnded(false);
    void queries.invalidateQueries();
  };
  if (parts[0] === 'undangan' && parts[1]) return <Invitation token={parts[1]} onDone={() => goTo([])} />;
  if (asked.isError && !me) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.isPending) return <Waiting />;
  const hasSingleSignOn = asked.data?.hasSingleSignOn ?? false;
  if (!me && asked.data?.me) return <Waiting />;
  if (!me) return <SignIn onSignedIn={enter} returned={returnedOf(parts)} hasSingleSignOn={hasSingleSignOn} />;
  const leave = () => {
    queries.clear();
    setMe(null);
    void queries.invalidateQueries();
    goTo([]);
  };
  return (
    <>
      <Shell me={me} onSignedOut={leave} />
      <Dialog opened={hasEnded} onClose={() => setHasEnded(false)} title={t('signIn.ended')} zIndex={1_000}>
        <SignIn onSignedIn={enter} isBare email={me.email} hasSingleSignOn={hasSingleSignOn} />
      </Dialog>
    </>
  );
}

/** Who signs in again in another tab comes back to this one, which then goes on. */
function useSignInElsewhere(
  isWaiting: boolean,
  ask: () => Promise<{ data?: { me: Me | null } | undefined }>,
  go: () => void,
) {
  useEffect(() => {
    if (!isWaiting) return;
    const look = () => void ask().then(({ data }) => data?.me && go());
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [isWaiting, ask, go]);
}

/** Where the provider's answer leads to: `#/masuk/ditolak`, `#/masuk/kode`. */
function returnedOf([first, second]: readonly string[]): Returned {
  if (first !== 'masuk') return null;
  if (second === 'kode') return 'second-factor';
  return second === 'ditolak' ? 'refused' : null;
}

function Waiting() {
  return (
    <Center mih="60vh">
      <Loader />
    </Center>
  );
}
