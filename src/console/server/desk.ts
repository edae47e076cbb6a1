import type { AuditLog, Member, StaffStore } from '../../staff/index.ts';
import type { Auth } from './auth.ts';
import type { SingleSignOn } from './singleSignOn/openSingleSignOn.ts';

/** One line about something that went wrong; pino fits. */
export interface ConsoleLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Sends one mail; false when there is no way to. */
export type SendMail = (mail: { to: string; subject: string; text: string }) => Promise<boolean>;

/** What every call of the console works with. */
export interface Desk {
  readonly auth: Auth;
  /** Null: nobody has configured it. */
  readonly singleSignOn: SingleSignOn | null;
  readonly staff: StaffStore;
  readonly audit: AuditLog;
  readonly log: ConsoleLog;
  readonly clock: () => Date;
  /** Unique, not secret. */
  readonly newId: () => string;
  /** Unguessable, at least 32 characters. */
  readonly randomText: () => string;
  /** Origin under which staff reach the console. */
  readonly origin: () => string;
  readonly sendMail: SendMail;
}

/** Who makes a call: a member of staff with an open session. */
export interface Caller {
  readonly member: Member;
  readonly sessionId: string;
}
