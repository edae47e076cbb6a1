/** The OpenID Connect provider of the office, as the operator names it. */
export interface Provider {
  /** As the provider calls itself in its tokens; its addresses are found below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
