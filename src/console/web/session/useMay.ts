import type { Act } from '../../../staff/acts.ts';
import { whoAmI } from '../../contract/account.ts';
import { useRead } from '../calls/useCall.ts';

/** Says what somebody may do, so that nobody is offered what would be refused. */
export function useMay(): (act: Act) => boolean {
  const acts = useRead(whoAmI).data?.me?.acts ?? [];
  return (act) => acts.includes(act);
}
