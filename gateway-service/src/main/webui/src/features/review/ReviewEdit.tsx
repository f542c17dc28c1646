import { Button, Group, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { get, getText, post } from '../../api/client';
import { type Review, reviewSchema } from '../../api/review';
import { ProblemAlert } from '../../app/ProblemAlert';

const treeSchema = z.array(z.object({ path: z.string(), sha256: z.string() }));

type Props = { review: Review; executionId: string; comment: string };

/** The reviewed file, edited against the version that is shown; execution validates and tests it before it counts. */
export function ReviewEdit({ review, executionId, comment }: Props) {
  const [draft, setDraft] = useState<string | null>(review.draft ?? null);
  const client = useQueryClient();
  const file = useQuery({
    queryKey: ['review', review.id, 'file'],
    queryFn: async () => {
      const tree = await get(`executions/${executionId}/workspace/tree`, treeSchema);
      const text = await getText(`executions/${executionId}/workspace/file?path=${encodeURIComponent(review.file ?? '')}`);
      return { text, hash: tree.find((entry) => entry.path === review.file)?.sha256 };
    },
    refetchInterval: false,
  });
  const edit = useMutation({
    mutationFn: () =>
      post(
        `reviews/${review.id}/edit`,
        { content: draft ?? file.data?.text, base_hash: file.data?.hash, comment: comment || undefined },
        reviewSchema,
      ),
    onSuccess: () => client.invalidateQueries(),
  });
  if (!file.data) {
    return <ProblemAlert error={file.error} title="The file can't be shown" />;
  }
  return (
    <section aria-label="Edit">
      <Title order={3} size="h6" mb={4}>{review.file}</Title>
      <Textarea
        aria-label={`Content of ${review.file}`}
        value={draft ?? file.data.text}
        onChange={(e) => setDraft(e.currentTarget.value)}
        autosize
        maxRows={30}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <ProblemAlert error={edit.error} title="The edit was not taken" />
      <Group mt="xs">
        <Button variant="default" onClick={() => edit.mutate()} loading={edit.isPending} disabled={draft === null || draft === file.data.text}>
          Send the edit
        </Button>
      </Group>
    </section>
  );
}
