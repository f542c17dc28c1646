import { Button, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';

const MAX_BYTES = 256 * 1024;

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
        <Text size="xs" c="dimmed">Ctrl+Enter sends</Text>
        <Button type="submit" loading={busy} disabled={!text.trim() || tooLong}>Send</Button>
      </Group>
    </form>
  );
}
