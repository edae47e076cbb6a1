import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { StartFault } from '../src/startFault.ts';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const WHATSAPP = {
  WHATSAPP_PHONE_NUMBER_ID: '123',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'new, old',
  WHATSAPP_VERIFY_TOKEN: 'verify',
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof StartFault) return error.lines;
    throw error;
  }
}

describe('readConfig', () => {
  it('needs nothing', () => {
    const { dataDir, ...rest } = readConfig({});
    expect(dataDir).toMatch(/^\/.*\/data$/);
    expect(rest).toMatchObject({ host: '127.0.0.1', port: 3978, logLevel: 'info', databaseUrl: undefined });
    expect([rest.whatsApp, rest.botService]).toEqual([undefined, undefined]);
  });

  it('takes what is empty as absent', () => {
    expect(faultsOf({ PORT: '', MAIL_FROM: ' ', WHATSAPP_ACCESS_TOKEN: '' })).toEqual([]);
  });

  it('reads whole configurations', () => {
    expect(readConfig(WHATSAPP).whatsApp).toEqual({
      phoneNumberId: '123',
      accessToken: 'token',
      appSecrets: ['new', 'old'],
      verifyToken: 'verify',
      graphUrl: 'https://graph.facebook.com/v26.0',
      template: { name: 'jawaban_siap', languages: ['id', 'en'] },
    });
    const azure = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' };
    expect(readConfig(azure).botService).toEqual({
      appId: APP_ID,
      appPassword: 'p',
      appType: 'SingleTenant',
      tenantId: 't',
    });
    expect(readConfig({ PUBLIC_URL: 'https://fta.example.go.id/' }).publicUrl).toBe('https://fta.example.go.id');
  });

  it.each([
    ['PORT', 'abc', 'PORT is "abc": use a whole number'],
    ['PORT', '0', 'PORT is "0"'],
    ['PORT', '70000', 'PORT is "70000"'],
    ['HOST', 'http://x', 'HOST is "http://x"'],
    ['PUBLIC_URL', 'fta.example.go.id', 'PUBLIC_URL is'],
    ['PUBLIC_URL', 'https://fta.example.go.id/bot', 'PUBLIC_URL is'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL cannot be used'],
    ['SECRET', 'short', 'SECRET cannot be used'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM is "nobody"'],
    ['WHATSAPP_GRAPH_URL', 'ftp://x', 'WHATSAPP_GRAPH_URL cannot be used'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud": use one of trace'],
  ])('says what to do about %s=%s', (name, value, line) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(line)]);
  });

  it('refuses half a single sign-on, and a provider that others could listen to', () => {
    const whole = { OIDC_ISSUER: 'https://login.example.go.id/staf', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(readConfig(whole).singleSignOn).toEqual({ issuer: whole.OIDC_ISSUER, clientId: 'a', clientSecret: 'b' });
    const { OIDC_CLIENT_SECRET: _, ...half } = whole;
    expect(faultsOf(half)).toEqual([expect.stringMatching(/^OIDC_CLIENT_SECRET is missing/)]);
    expect(faultsOf({ ...whole, OIDC_ISSUER: 'http://login.example.go.id' })).toHaveLength(1);
    expect(faultsOf({ ...whole, OIDC_ISSUER: 'http://localhost:8080/realms/staf' })).toEqual([]);
  });

  it('refuses half a configuration, one line for each thing missing', () => {
    const { WHATSAPP_APP_SECRET: _, ...half } = WHATSAPP;
    expect(faultsOf(half)).toEqual([expect.stringMatching(/^WHATSAPP_APP_SECRET is missing/)]);
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual([expect.stringMatching(/^MAIL_FROM is missing/)]);
    expect(faultsOf({ MicrosoftAppPassword: 'p' })).toEqual([expect.stringMatching(/^MicrosoftAppId is missing/)]);
    expect(faultsOf({ MicrosoftAppId: APP_ID })).toEqual([
      expect.stringMatching(/^MicrosoftAppPassword is missing/),
      expect.stringMatching(/^MicrosoftAppTenantId is missing/),
    ]);
  });

  it('knows that a managed identity has no password', () => {
    const identity = { MicrosoftAppId: APP_ID, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' };
    expect(faultsOf(identity)).toEqual([]);
    expect(faultsOf({ ...identity, MicrosoftAppPassword: 'p' })).toEqual([expect.stringContaining('remove it')]);
  });

  it('tells all faults at once and shows no secret', () => {
    const faults = faultsOf({ PORT: 'x', SECRET: 'geheim', SMTP_URL: 'http://u:geheim@x', LOG_LEVEL: 'y' });
    expect(faults).toHaveLength(5);
    expect(faults.join()).not.toContain('geheim');
  });
});
