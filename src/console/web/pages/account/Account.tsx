import { Stack } from '@mantine/core';
import { whoAmI } from '../../../contract/account.ts';
import { useRead } from '../../calls/useCall.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { MyRights } from './MyRights.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';

/** One's own account: what one may do, password, second factor, where one is signed in. */
export default function Account() {
  const me = useRead(whoAmI).data?.me;
  if (!me) return null;
  return (
    <Stack maw={720}>
      <PageHead title={me.name} help={me.email} />
      <MyRights roles={me.roles} acts={me.acts} />
      <SecondFactorCard isOn={me.hasSecondFactor} />
      <PasswordCard />
      <SessionsCard />
    </Stack>
  );
}
