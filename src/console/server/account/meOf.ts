import type { z } from 'zod';
import { ACT_NAMES, type Member, mayDo } from '../../../staff/index.ts';
import type { meSchema } from '../../contract/account.ts';

/** What somebody may know of themselves. */
export function meOf({ id, name, email, roles, hasSecondFactor }: Member): z.input<typeof meSchema> {
  return { id, name, email, roles: [...roles], acts: ACT_NAMES.filter((act) => mayDo(roles, act)), hasSecondFactor };
}
