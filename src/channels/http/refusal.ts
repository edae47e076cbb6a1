/**
 * A request that is not granted, and what the client may know about it.
 *
 * Answered as `{"error": {"code", "message"}}`, the form Bot Framework clients read.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param status HTTP status, 400 to 599
   * @param code stable, for programs: `TokenExpired`
   * @param message for people; holds nothing of the request
   */
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
