import { Words } from './Words.tsx';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  lines?: number;
}

const FEWEST = 3;

/** Why somebody does it: `reasonSchema` of the contract as a field. */
export function Reason({ lines = 1, ...rest }: Props) {
  return <Words {...rest} lines={lines} required minLength={FEWEST} maxLength={500} />;
}

/** Whether a reason is long enough to be taken. */
export function isReason(words: string): boolean {
  return words.trim().length >= FEWEST;
}
