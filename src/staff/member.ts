import type { Role } from './roles.ts';

/** A member of staff with an account. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Lower case; what they sign in with. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** False: the account is closed, nothing of it opens any door. */
  readonly isActive: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  /** When any of their sessions was used last; null: never. */
  readonly seenAt: Date | null;
}
