import { Textarea, type TextareaProps, TextInput } from '@mantine/core';

interface Props extends Pick<TextareaProps, 'label' | 'description' | 'required' | 'minLength' | 'placeholder'> {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  /** Lines to begin with; one is a line that does not grow. */
  lines?: number;
}

/** Free words, as many as the contract takes. */
export function Words({ lines = 2, onChange, ...rest }: Props) {
  const change = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (lines === 1) return <TextInput {...rest} onChange={change} />;
  return <Textarea {...rest} autosize minRows={lines} onChange={change} />;
}
