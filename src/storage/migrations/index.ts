import type { Migration } from 'kysely/migration';
import * as talks from './0001-talks.ts';
import * as knowledge from './0002-knowledge.ts';
import * as cases from './0003-cases.ts';
import * as whatsapp from './0004-whatsapp.ts';
import * as staff from './0005-staff.ts';
import * as links from './0006-links.ts';
import * as unanswered from './0007-unanswered.ts';
import * as draftBundles from './0008-draftBundles.ts';
import * as notices from './0009-notices.ts';
import * as casework from './0010-casework.ts';
import * as forgetPeople from './0011-forgetPeople.ts';

/**
 * Every change of the tables, in order of name. A migration that has been released is never edited, only followed.
 * Ways back are not written: a backup is the way back.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-talks': talks,
  '0002-knowledge': knowledge,
  '0003-cases': cases,
  '0004-whatsapp': whatsapp,
  '0005-staff': staff,
  '0006-links': links,
  '0007-unanswered': unanswered,
  '0008-draftBundles': draftBundles,
  '0009-notices': notices,
  '0010-casework': casework,
  '0011-forgetPeople': forgetPeople,
};
