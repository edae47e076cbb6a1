/**
 * How something that was said stands with the exporter's phone, as staff may see it.
 *
 * `waiting`: not out yet; `parked`: kept until she writes; `accepted`: Meta has it, nobody knows more; then what her
 * phone told. Of several messages the slowest counts: it is read when all of it is.
 */
export interface DeliveryState {
  readonly activityId: string;
  readonly state: 'waiting' | 'parked' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
  /** Why it is parked or failed: `window`, `stopped`, `no-answer`, `unknown`, or an error code of Meta. */
  readonly reason: string | null;
  /** When it came to that state; null while nothing has happened. */
  readonly since: Date | null;
}
