import { Stack, Text, Textarea } from '@mantine/core';
import { Diff } from './Diff';

const MONO = { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } };

type Props = { label: string; before: string; value: string; onChange: (text: string) => void; readOnly?: boolean };

/** A file to edit, and below it what the edit changes of the text that it began with. */
export function TextEditor({ label, before, value, onChange, readOnly = false }: Props) {
  return (
    <Stack gap={4}>
      <Textarea aria-label={label} value={value} onChange={(e) => onChange(e.currentTarget.value)} readOnly={readOnly} autosize maxRows={24} spellCheck={false} styles={MONO} />
      <Text size="sm" fw={600}>Your change</Text>
      <Diff before={before} after={value} label="Your change" />
    </Stack>
  );
}
