import { Group, Loader, Text } from '@mantine/core';
import type { Execution } from '../../api/execution';
import { useLiveStore } from '../../live/store';

const WORDS: Record<string, string> = {
  acceptance_tests_start: 'writing them from your sentences',
  acceptance_tests_progress: 'written; now running them on two empty programs, where each has to fail',
  acceptance_tests_complete: 'all of them can fail; the first wave begins',
};

/** What happens before the first wave, as the live channel tells it. */
export function Preparing({ run }: { run: Execution }) {
  const said = useLiveStore((state) => state.notes.findLast((note) => note.type in WORDS));
  if (run.state !== 'PREPARING') {
    return null;
  }
  const total = said?.data.total;
  return (
    <Group gap="xs" mt="sm" role="status" aria-label="Preparation">
      <Loader size="xs" aria-label="The run is being prepared" />
      <Text size="sm">
        Preparing {typeof total === 'number' ? `${total} acceptance tests` : 'the acceptance tests'}
        {said ? `: ${WORDS[said.type]}` : ''}
      </Text>
    </Group>
  );
}
