import { whoAmI } from '../../../contract/account.ts';
import type { CaseShown } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentIn } from '../../look/dates.ts';
import type { Known } from '../canned/fillIn.ts';

/** What a saved reply is filled with when a case is answered. */
export function useKnownOfCase({ number, unitName, product, destination, promisedAt }: CaseShown): Known {
  const me = useRead(whoAmI).data?.me;
  return (language) => ({
    nomor: number,
    unit: unitName,
    petugas: me?.name,
    produk: product?.[language],
    negara: destination?.[language],
    janji: promisedAt && momentIn(promisedAt, language),
  });
}
