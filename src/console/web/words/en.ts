import console from '../../../../locales/en/console.json' with { type: 'json' };
import canned from '../../../../locales/en/console-canned.json' with { type: 'json' };
import cases from '../../../../locales/en/console-cases.json' with { type: 'json' };
import delivery from '../../../../locales/en/console-delivery.json' with { type: 'json' };
import excel from '../../../../locales/en/console-excel.json' with { type: 'json' };
import notices from '../../../../locales/en/console-notices.json' with { type: 'json' };
import reports from '../../../../locales/en/console-reports.json' with { type: 'json' };
import today from '../../../../locales/en/console-today.json' with { type: 'json' };
import topics from '../../../../locales/en/console-topics.json' with { type: 'json' };
import unanswered from '../../../../locales/en/console-unanswered.json' with { type: 'json' };

/** All words of the console in English, room by room. */
export const en = {
  console,
  'console-today': today,
  'console-unanswered': unanswered,
  'console-canned': canned,
  'console-cases': cases,
  'console-notices': notices,
  'console-excel': excel,
  'console-reports': reports,
  'console-delivery': delivery,
  'console-topics': topics,
};
