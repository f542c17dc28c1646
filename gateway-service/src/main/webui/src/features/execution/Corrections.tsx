import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { certificateSchema } from '../../api/execution';
import { Diff } from '../../app/Diff';

/** Tests that a person corrected, as the last certificate tells them: old and new. */
export function Corrections({ runId }: { runId: string }) {
  const { data } = useQuery({
    queryKey: ['execution', runId, 'certificate'],
    queryFn: () => get(`executions/${runId}/certificate`, certificateSchema),
  });
  if (!data || data.corrections.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs" component="section" aria-label="Corrected tests" mt="md">
      <Title order={2} size="h6">Corrected by a person</Title>
      {data.corrections.map((c) => (
        <div key={`${c.test_id} ${c.after}`}>
          <Text size="sm"><b>{c.test_id}</b> by {c.by}: “{c.reason}”</Text>
          <Diff before={c.before} after={c.after} label={`Correction of ${c.test_id}`} />
        </div>
      ))}
    </Stack>
  );
}
