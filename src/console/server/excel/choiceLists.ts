import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { Column, SheetPlan } from './columns.ts';
import { choiceName, FILE_WORDS, type Language, sheetName } from './labels.ts';
import { leadOf } from './leadOf.ts';
import { lettersOf } from './place.ts';

/** What pictures may come as; there are none. */
export type Content = Stream | Buffer | Blob;

const LAST_LINE = 20_002;
/** Excel takes no longer list in a rule. */
const MOST_LETTERS_OF_A_LIST = 255;

/** Cells that offer what may stand in them: yes or no, and the choices of a column. Anything else can still be typed. */
export function choiceLists(plans: readonly SheetPlan[], language: Language): Feature<Content> {
  const rules = new Map(plans.map((plan) => [sheetName(plan, language), rulesOf(plan, language)]));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: ({ sheet = '' }) => {
            const own = rules.get(sheet) ?? [];
            return own.length > 0
              ? `<dataValidations count="${own.length}">${own.join('')}</dataValidations>`
              : undefined;
          },
        },
      },
    },
  };
}

function rulesOf(plan: SheetPlan, language: Language): string[] {
  const first = leadOf(plan, language).length;
  return plan.columns.flatMap((column, at) => {
    const list = choicesOf(column, language).join(',');
    if (list === '' || list.length > MOST_LETTERS_OF_A_LIST) return [];
    const letters = lettersOf(first + at);
    const cells = `${letters}3:${letters}${LAST_LINE}`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${cells}"><formula1>"${list}"</formula1></dataValidation>`,
    ];
  });
}

function choicesOf({ kind, options }: Column, language: Language): string[] {
  const { yes, no } = FILE_WORDS[language];
  if (kind === 'yes-no') return [yes, no];
  return options.map((option) => choiceName(option, language)).filter((name) => !/[<>&",]/.test(name));
}
