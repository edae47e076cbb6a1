import type { SheetPlan } from './columns.ts';
import { FILE_WORDS, fieldName, type Language } from './labels.ts';
import { positionOf, REMOVE, REVISION } from './readHead.ts';

/** The columns before the fields: key, which item of each list, whether it goes, revision. */
export function leadOf(plan: SheetPlan, language: Language) {
  const words = FILE_WORDS[language];
  const isList = plan.lists.length > 0;
  return [
    { name: `#${plan.id}`, title: words.key, width: 30 },
    ...plan.lists.map((list, level) => ({
      ...{ name: positionOf(list), title: positionTitle(plan, level, language), width: 10 },
    })),
    ...(isList ? [{ name: REMOVE, title: words.remove, width: 10 }] : []),
    { name: REVISION, title: words.revision, width: 10 },
  ];
}

/** `Nomor`; of a list within a list `Nomor Pasar`, `Nomor Fakta`. */
function positionTitle({ lists }: SheetPlan, level: number, language: Language): string {
  const word = FILE_WORDS[language].position;
  return lists.length === 1 ? word : `${word} ${fieldName(lists[level] ?? '', language)}`;
}
