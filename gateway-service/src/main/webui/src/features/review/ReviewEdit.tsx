import { Button, Group, Title } from '@mantine/core';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../api/client';
import { type Review, reviewSchema } from '../../api/review';
import { type SeenFile, useWorkspaceFile } from '../../api/workspace';
import { ProblemAlert } from '../../app/ProblemAlert';
import { TextEditor } from '../../app/TextEditor';

/** Approval and edit of a review are one decision: while one is under way there is no other. */
export const decisionOf = (reviewId: string) => ['decision', reviewId];

type Props = { review: Review; executionId: string; comment: string };

/** The reviewed file, edited against the version that is shown; execution validates and tests it before it counts. */
export function ReviewEdit({ review, executionId, comment }: Props) {
  const file = useWorkspaceFile(executionId, review.file);
  return file.data ? (
    <EditOf review={review} comment={comment} file={file.data} />
  ) : (
    <ProblemAlert error={file.error} title="The file can't be shown" />
  );
}

/** A refused edit comes back as the review's draft and is gone on with. */
function EditOf({ review, comment, file }: { review: Review; comment: string; file: SeenFile }) {
  const [seen] = useState(file);
  const [text, setText] = useState(review.draft ?? file.text);
  const client = useQueryClient();
  const deciding = useIsMutating({ mutationKey: decisionOf(review.id) }) > 0;
  const edit = useMutation({
    mutationKey: decisionOf(review.id),
    mutationFn: () =>
      post(`reviews/${review.id}/edit`, { content: text, base_hash: seen.hash, comment: comment || undefined }, reviewSchema),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <section aria-label="Edit">
      <Title order={3} size="h6" mb={4}>{review.file}</Title>
      <TextEditor label={`Content of ${review.file}`} before={seen.text} value={text} onChange={setText} />
      <ProblemAlert error={edit.error} title="The edit was not taken; it is kept here" />
      <Group mt="xs">
        <Button variant="default" onClick={() => edit.mutate()} loading={edit.isPending} disabled={deciding || text === seen.text}>
          Send the edit
        </Button>
      </Group>
    </section>
  );
}
