import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { SERVER_URL_NAME } from './testServer.ts';

/** A database of a test file's own on the server that all share. */
export interface TestDatabase {
  /** For `DATABASE_URL`. */
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes an empty database; the migrations are run by whoever opens it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function serverUrl(): string {
  const url = process.env[SERVER_URL_NAME];
  if (url) return url;
  throw new Error('no test server: run the tests by npm test, or jest with its config');
}
