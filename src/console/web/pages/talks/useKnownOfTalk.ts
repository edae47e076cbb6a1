import type { z } from 'zod';
import { whoAmI } from '../../../contract/account.ts';
import type { readTalk } from '../../../contract/talks.ts';
import { useRead } from '../../calls/useCall.ts';
import type { Known } from '../canned/fillIn.ts';

type About = z.output<typeof readTalk.reply>['about'];

/** What a saved reply is filled with in a talk: what it is about; a case's number and date are left open. */
export function useKnownOfTalk(about: About): Known {
  const me = useRead(whoAmI).data?.me;
  const named = (kind: string, language: 'id' | 'en') =>
    about
      .find((one) => one.kind === kind)
      ?.rows.map((row) => row[language])
      .join(', ');
  return (language) => ({
    petugas: me?.name,
    unit: named('unit', language),
    produk: named('product', language),
    negara: named('destination', language),
  });
}
