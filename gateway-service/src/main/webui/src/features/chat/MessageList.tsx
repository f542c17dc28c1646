import { Box, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Message } from '../../api/planner';

/** The talk as plain text: nothing that somebody wrote is ever rendered as markup. */
export function MessageList({ messages }: { messages: Message[] }) {
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [messages.length]);
  return (
    <Box ref={log} role="log" aria-label="Messages" aria-live="polite" mah="58vh" style={{ overflowY: 'auto' }} tabIndex={0} mb="md">
      <Stack gap="xs">
        {messages.map((message) => (
          <Paper key={message.id} withBorder p="sm" ml={message.role === 'user' ? 'xl' : 0} mr={message.role === 'user' ? 0 : 'xl'}>
            <Text size="xs" fw={600} mb={4}>{message.role === 'user' ? 'You' : 'MasterPlan (no AI)'}</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message.text}</Text>
          </Paper>
        ))}
      </Stack>
    </Box>
  );
}
