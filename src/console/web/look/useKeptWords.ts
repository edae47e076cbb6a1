import { useRef, useState } from 'react';
import { whoAmI } from '../../contract/account.ts';
import { useRead } from '../calls/useCall.ts';

/** Something that is typed and not sent yet. */
export interface KeptWords<T> {
  readonly value: T;
  /** It was typed before this page was opened. */
  readonly isRecovered: boolean;
  change(next: T): void;
  /** It has been sent, or is not wanted any more. */
  forget(): void;
}

/** Longer than over a weekend or a holiday, not for ever: it may hold an exporter's words. */
const KEPT_FOR_MS = 14 * 24 * 3_600_000;

/**
 * Keeps what somebody types with every change in this browser, until it is sent: a reload, a session that ends, a line
 * that drops lose nothing. Kept for each account by itself, since a computer may be shared.
 *
 * @param place what it is about, such as a case's number; another place has words of its own
 * @param nothing what stands there at first
 */
export function useKeptWords<T>(place: string, nothing: T): KeptWords<T> {
  const name = useRead(whoAmI).data?.me?.id ?? '';
  const key = `typed ${name} ${place}`;
  const opened = useRef({ key, kept: readKept<T>(key) });
  const [words, setWords] = useState({ key, value: opened.current.kept ?? nothing });
  const [isForgotten, setIsForgotten] = useState(false);
  if (words.key !== key) {
    opened.current = { key, kept: readKept<T>(key) };
    setWords({ key, value: opened.current.kept ?? nothing });
    setIsForgotten(false);
  }
  return {
    value: words.key === key ? words.value : nothing,
    isRecovered: opened.current.kept !== null && !isForgotten,
    change(value) {
      setWords({ key, value });
      if (JSON.stringify(value) === JSON.stringify(nothing)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ value, at: Date.now() }));
    },
    forget() {
      localStorage.removeItem(key);
      setWords({ key, value: nothing });
      setIsForgotten(true);
    },
  };
}

function readKept<T>(key: string): T | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  const { value, at } = JSON.parse(text) as { value: T; at: number };
  if (Date.now() - at < KEPT_FOR_MS) return value;
  localStorage.removeItem(key);
  return null;
}
