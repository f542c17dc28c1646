import { Button, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';

const MAX_BYTES = 256 * 1024;

const EXAMPLE = `/masterplan
# Notes

A service in Python that keeps short notes.

## Data
- Note: title (text, required, up to 80 characters), body (text, up to 2000 characters), pinned (yes/no, default no)

## Rules
- Notes can be created, changed, listed and deleted.
- Should: find notes by words in the title or the body.
`;

/** The message field: Ctrl+Enter sends; a brief that the service would refuse for its size is said before sending. */
export function Composer({ busy, onSend }: { busy: boolean; onSend: (text: string) => Promise<void> }) {
  const [text, setText] = useState('');
  const tooLong = new TextEncoder().encode(text).length > MAX_BYTES;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() && !busy && !tooLong) {
      onSend(text).then(() => setText(''), () => undefined);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      submit();
    }
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        label="Message"
        description="“/masterplan” and a brief make a plan: what the data is, one rule a sentence"
        placeholder={'/masterplan\n# Notes\nA service in Python that keeps short notes.\n…'}
        autosize
        minRows={4}
        maxRows={18}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
        error={tooLong ? 'Longer than 256 KiB: please shorten it' : undefined}
      />
      <Group justify="space-between" mt="xs">
        <Group gap="xs">
          <Text size="xs" c="dimmed">Ctrl+Enter sends</Text>
          {text ? null : <Button size="compact-xs" variant="default" onClick={() => setText(EXAMPLE)}>Fill in an example</Button>}
        </Group>
        <Button type="submit" loading={busy} disabled={!text.trim() || tooLong}>Send</Button>
      </Group>
    </form>
  );
}
