/**
 * What the operator may set, checked as a whole before anything starts. The only reader of the environment.
 *
 * An empty value counts as absent. Half a configuration of a channel is refused rather than ignored: an operator who
 * set three of four names believes that the channel works.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartFault } from './startFault.ts';

/** WhatsApp Cloud API; two app secrets, parted by a comma, are taken while one replaces the other. */
export interface WhatsAppConfig {
  phoneNumberId: string;
  accessToken: string;
  appSecrets: readonly string[];
  verifyToken: string;
  graphUrl: string;
  /** The approved template that asks an exporter back, and the languages it is approved in. */
  template: { name: string; languages: readonly string[] };
}

/** Azure Bot Service; new registrations are SingleTenant or UserAssignedMSI (MultiTenant ended in July 2025). */
export interface BotServiceConfig {
  appId: string;
  appPassword: string | undefined;
  appType: (typeof APP_TYPES)[number];
  tenantId: string | undefined;
}

/** An OpenID Connect provider under whose accounts staff may sign in. */
export interface SingleSignOnConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Everything that may differ between two installations. */
export interface Config {
  host: string;
  /** 0 takes any free port (tests only; the environment may not say so). */
  port: number;
  /** Origin under which exporters reach this server, without a slash at its end; absent: the local address. */
  publicUrl: string | undefined;
  /** Absolute path of the folder that holds all that is kept on this machine. */
  dataDir: string;
  /** Absent: the embedded server in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absent: made once and kept in `dataDir`. */
  secret: string | undefined;
  /** Without `smtpUrl` mails become files in `dataDir`. */
  mail: { smtpUrl: string | undefined; from: string | undefined };
  whatsApp: WhatsAppConfig | undefined;
  botService: BotServiceConfig | undefined;
  singleSignOn: SingleSignOnConfig | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

/** Where http is heard by nobody else. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const text = z.string().optional();
const urlOf = (...protocols: string[]) =>
  z.string().refine((it) => protocols.includes(URL.parse(it)?.protocol ?? ''), 'not such a URL');

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3978),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:-]+$/i)
    .default('127.0.0.1'),
  PUBLIC_URL: urlOf('http:', 'https:')
    .refine((it) => URL.parse(it)?.href === `${URL.parse(it)?.origin}/`, 'not an origin')
    .transform((it) => new URL(it).origin)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  SECRET: z.string().min(32).optional(),
  SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>$/)
    .optional(),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_ACCESS_TOKEN: text,
  WHATSAPP_APP_SECRET: text,
  WHATSAPP_VERIFY_TOKEN: text,
  WHATSAPP_GRAPH_URL: urlOf('http:', 'https:').default('https://graph.facebook.com/v26.0'),
  WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]{1,512}$/)
    .default('jawaban_siap'),
  WHATSAPP_TEMPLATE_LANGUAGES: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Z]{2})?(\s*,\s*[a-z]{2,3}(_[A-Z]{2})?)*$/)
    .default('id,en'),
  MicrosoftAppId: z.guid().optional(),
  MicrosoftAppPassword: text,
  MicrosoftAppType: z.enum(APP_TYPES).optional(),
  MicrosoftAppTenantId: text,
  OIDC_ISSUER: urlOf('http:', 'https:')
    .refine((it) => it.startsWith('https:') || LOOPBACK.test(URL.parse(it)?.hostname ?? ''), 'not https')
    .refine((it) => !/[?#]/.test(it), 'not an issuer')
    .optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

type Environment = z.infer<typeof environmentSchema>;
type Name = keyof Environment;

/** What to do about a value that cannot be used. */
const REMEDIES: Record<Name, string> = {
  PORT: 'use a whole number from 1 to 65535',
  HOST: 'use an address of this machine, 127.0.0.1 or 0.0.0.0 for instance',
  PUBLIC_URL: 'use an origin without a path, https://fta.example.go.id for instance',
  DATA_DIR: 'use the path of a folder',
  DATABASE_URL: 'use postgres://user:password@host:5432/name',
  SECRET: 'use at least 32 random characters, or leave it out to have one made',
  SMTP_URL: 'use smtp://user:password@host:587 or smtps://user:password@host:465',
  MAIL_FROM: 'use an address, "FTA Center <fta@example.go.id>" for instance',
  WHATSAPP_PHONE_NUMBER_ID: 'use the phone number id that Meta shows, digits only',
  WHATSAPP_ACCESS_TOKEN: 'use the token that Meta shows',
  WHATSAPP_APP_SECRET: 'use the app secret that Meta shows',
  WHATSAPP_VERIFY_TOKEN: 'use the words you gave to Meta',
  WHATSAPP_GRAPH_URL: 'use a URL, https://graph.facebook.com/v26.0 for instance',
  WHATSAPP_TEMPLATE: 'use the name of the template as Meta shows it, small letters, digits and _',
  WHATSAPP_TEMPLATE_LANGUAGES: 'use the languages it is approved in, parted by commas, id,en for instance',
  MicrosoftAppId: 'use the id (a GUID) of the app registration',
  MicrosoftAppPassword: 'use the client secret of the app registration',
  MicrosoftAppType: `use one of ${APP_TYPES.join(', ')}`,
  MicrosoftAppTenantId: 'use the id of the tenant',
  OIDC_ISSUER: 'use the https address of the provider, as it names itself: https://login.example.go.id/realms/staf',
  OIDC_CLIENT_ID: 'use the id that the provider gave to this console',
  OIDC_CLIENT_SECRET: 'use the secret that the provider gave to this console',
  LOG_LEVEL: `use one of ${LOG_LEVELS.join(', ')}`,
};

/** Never shown, not even when wrong: a terminal is read over shoulders and kept in logs. */
const HIDDEN = /SECRET|TOKEN|Password|_URL$/;

/** Each line: these go together, so the rest is missed when one is there. */
const TOGETHER: readonly (readonly Name[])[] = [
  ['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

/**
 * Reads and checks the whole environment.
 *
 * @param environment usually `process.env`
 * @throws {StartFault} with one line for each fault: all of them at once, so that mending takes one round
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const checked = environmentSchema.safeParse(given);
  const badValues = checked.success ? [] : checked.error.issues.map((issue) => badValue(issue.path[0] as Name, given));
  const faults = [...new Set([...badValues, ...halves(given)])];
  if (faults.length > 0 || !checked.success) throw new StartFault(faults);
  return configOf(checked.data);
}

function badValue(name: Name, given: Readonly<Record<string, string | undefined>>): string {
  const shown = HIDDEN.test(name) && name !== 'PUBLIC_URL' ? 'cannot be used' : `is ${JSON.stringify(given[name])}`;
  return `${name} ${shown}: ${REMEDIES[name]}.`;
}

function halves(given: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: Name) => given[name] !== undefined;
  const faults = TOGETHER.filter((names) => names.some(has)).flatMap((names) =>
    names
      .filter((name) => !has(name))
      .map((name) => `${name} is missing although ${names.find(has)} is set: set both, or neither.`),
  );
  if (has('SMTP_URL') && !has('MAIL_FROM'))
    faults.push('MAIL_FROM is missing although SMTP_URL is set: set the address that mails come from.');
  return [...faults, ...halfBotService(given, has)];
}

function halfBotService(given: Readonly<Record<string, string | undefined>>, has: (name: Name) => boolean): string[] {
  const names = ['MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
  const first = names.find(has);
  if (!has('MicrosoftAppId'))
    return first ? [`MicrosoftAppId is missing although ${first} is set: set it, or take ${first} away.`] : [];
  const type = given.MicrosoftAppType ?? 'SingleTenant';
  const faults: string[] = [];
  if (type === 'UserAssignedMSI' && has('MicrosoftAppPassword'))
    faults.push('MicrosoftAppPassword is set although MicrosoftAppType is UserAssignedMSI, which has none: remove it.');
  if (type !== 'UserAssignedMSI' && !has('MicrosoftAppPassword'))
    faults.push(`MicrosoftAppPassword is missing although MicrosoftAppId is set and its type is ${type}: set it.`);
  if (type !== 'MultiTenant' && !has('MicrosoftAppTenantId'))
    faults.push(`MicrosoftAppTenantId is missing although MicrosoftAppId is set and its type is ${type}: set it.`);
  return faults;
}

function configOf(it: Environment): Config {
  return {
    host: it.HOST,
    port: it.PORT,
    publicUrl: it.PUBLIC_URL,
    dataDir: resolve(it.DATA_DIR),
    databaseUrl: it.DATABASE_URL,
    secret: it.SECRET,
    mail: { smtpUrl: it.SMTP_URL, from: it.MAIL_FROM },
    whatsApp: whatsAppOf(it),
    botService: botServiceOf(it),
    singleSignOn: singleSignOnOf(it),
    logLevel: it.LOG_LEVEL,
  };
}

function whatsAppOf(it: Environment): WhatsAppConfig | undefined {
  const { WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = it;
  if (!WHATSAPP_PHONE_NUMBER_ID || !WHATSAPP_ACCESS_TOKEN || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN) return;
  return {
    phoneNumberId: WHATSAPP_PHONE_NUMBER_ID,
    accessToken: WHATSAPP_ACCESS_TOKEN,
    appSecrets: WHATSAPP_APP_SECRET.split(',').map((secret) => secret.trim()),
    verifyToken: WHATSAPP_VERIFY_TOKEN,
    graphUrl: it.WHATSAPP_GRAPH_URL.replace(/\/+$/, ''),
    template: { name: it.WHATSAPP_TEMPLATE, languages: it.WHATSAPP_TEMPLATE_LANGUAGES.split(/\s*,\s*/) },
  };
}

function singleSignOnOf(it: Environment): SingleSignOnConfig | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = it;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}

function botServiceOf(it: Environment): BotServiceConfig | undefined {
  if (!it.MicrosoftAppId) return;
  return {
    appId: it.MicrosoftAppId,
    appPassword: it.MicrosoftAppPassword,
    appType: it.MicrosoftAppType ?? 'SingleTenant',
    tenantId: it.MicrosoftAppTenantId,
  };
}
