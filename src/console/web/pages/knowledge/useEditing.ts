import { useEffect, useRef, useState } from 'react';
import { type DraftOfRow, readRow, saveDraft } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';

export type Value = Record<string, unknown>;

/** A row while it is edited. */
export interface Editing {
  readonly value: Value;
  readonly version: number;
  readonly isChanged: boolean;
  /** What somebody else has saved meanwhile: seen when saving, and whenever the row is read anew. */
  readonly foreign: DraftOfRow | null;
  readonly isSaving: boolean;
  readonly error: Error | null;
  /** Something that was typed here before and never reached the server. */
  readonly recovered: boolean;
  change(next: Value): void;
  save(): Promise<number | null>;
  /** Goes on with what the other has saved, or with one's own on top of it. */
  settle(which: 'theirs' | 'mine'): void;
  forget(): void;
}

interface Opened {
  readonly table: string;
  readonly key: string;
  readonly live: { revision: number; value: Value | null } | null;
  readonly draft: DraftOfRow | null;
  readonly baseRevision: number;
}

/**
 * Edits a row. What is typed is kept in this browser with every change, and thrown away only once the server has it: a
 * session that ends, a line that drops, a tab that is closed lose nothing.
 */
export function useEditing({ table, key, live, draft, baseRevision }: Opened): Editing {
  const place = `draft ${table}/${key}`;
  const stored = useRef(readKept(place)).current;
  const [value, setValue] = useState<Value>(stored ?? draft?.value ?? live?.value ?? {});
  const [version, setVersion] = useState(draft?.version ?? 0);
  const [isChanged, setIsChanged] = useState(stored !== null);
  const [foreign, setForeign] = useState<DraftOfRow | null>(null);
  const saving = useChange(saveDraft, [readRow]);
  useWarning(isChanged);
  const stands = `${draft?.version ?? 0} ${live?.revision ?? 0}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when something else stands on the server
  useEffect(() => {
    if (isChanged && (draft?.version ?? 0) !== version) setForeign(draft);
    if (isChanged) return;
    setVersion(draft?.version ?? 0);
    setValue(draft?.value ?? live?.value ?? {});
  }, [stands]);
  const change = (next: Value) => {
    setValue(next);
    setIsChanged(true);
    localStorage.setItem(place, JSON.stringify(next));
  };
  const keep = async (kept: Value, on: number) => {
    const body = { value: kept, baseRevision, version: on };
    const saved = await saving.mutateAsync({ params: { table, key }, body });
    if (saved.kind === 'conflict') setForeign(saved.draft);
    if (saved.kind !== 'saved') return null;
    localStorage.removeItem(place);
    setVersion(saved.version);
    setIsChanged(false);
    return saved.version;
  };
  return {
    ...{ value, version, isChanged, foreign, change },
    isSaving: saving.isPending,
    error: saving.error,
    recovered: stored !== null,
    save: () => keep(value, version).catch(() => null),
    settle(which) {
      if (!foreign) return;
      setVersion(foreign.version);
      setForeign(null);
      if (which === 'mine') return;
      localStorage.removeItem(place);
      setValue(foreign.value ?? {});
      setIsChanged(false);
    },
    forget() {
      localStorage.removeItem(place);
      setValue(draft?.value ?? live?.value ?? {});
      setIsChanged(false);
    },
  };
}

function readKept(place: string): Value | null {
  const kept = localStorage.getItem(place);
  return kept ? (JSON.parse(kept) as Value) : null;
}

/** The browser asks before a tab with unsaved words is closed. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
}
