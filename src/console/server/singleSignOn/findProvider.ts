import { z } from 'zod';

const PATIENCE_MS = 5_000;

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  id_token_signing_alg_values_supported: z.array(z.string()).min(1),
});

/** Where a provider describes itself. */
export function discoveryOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

/**
 * Asks a provider to describe itself.
 *
 * @throws when it does not answer within five seconds, or answers as another issuer than the one that was configured
 */
export async function findProvider(issuer: string): Promise<void> {
  const response = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`the provider answered with status ${response.status}`);
  const described = discoverySchema.parse(await response.json());
  if (described.issuer !== issuer) throw new Error('the provider calls itself by another name than OIDC_ISSUER');
}
