import { Alert, Anchor, Button, Card, Center, Code, Group, List, Loader, Stack, Text, Textarea, Title } from '@mantine/core';
import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, post } from '../../api/client';
import { executionSchema } from '../../api/execution';
import { type Review, reviewSchema } from '../../api/review';
import { ProblemAlert, StaleAlert } from '../../app/ProblemAlert';
import { RehearsalBadge } from '../../app/RehearsalBadge';
import { StateBadge } from '../../app/StateBadge';
import { useLive } from '../../live/useLive';
import { decisionOf, ReviewEdit } from './ReviewEdit';

/** Why a card is here and what its decision does. */
const WHY: Record<string, string> = {
  ATOM: 'It came with little confidence. The run does not wait for you: approve keeps the file as it is, an edit is checked and tested before it counts.',
  TEST: 'This sentence still fails after the repair round. The run waits: edit the file or correct the test on its board. Approve only closes this card.',
  REQUIREMENT: 'Somebody put this off, so it is not built. Approve says that you have seen it.',
};

/** Of a piece that nobody could write: there is nothing to approve. */
const WHY_FAILED = 'It could not be written. The run waits: edit the file here, or retry the piece on its board.';

/** One doubtful piece: why it is here, what it looks like, and the decision. */
export function ReviewPage() {
  const { reviewId } = useParams();
  const { data, error } = useQuery({
    queryKey: ['review', reviewId],
    queryFn: () => get(`reviews/${reviewId}`, reviewSchema),
  });
  useLive('masterplan_id', data?.masterplan_id);
  if (error && !data) {
    return <ProblemAlert error={error} title="The review can't be shown" />;
  }
  if (!data) {
    return <Center p="xl"><Loader aria-label="Loading the review" /></Center>;
  }
  return (
    <Stack>
      <StaleAlert error={error} />
      <Why review={data} />
      {data.state === 'DECIDED' ? <Text size="sm" role="status">{data.decision === 'APPROVE' ? 'The approval is being noted.' : 'The edit is being checked and tested.'}</Text> : null}
      {data.state === 'RESOLVED' || data.state === 'DECIDED' ? null : <Decide review={data} />}
    </Stack>
  );
}

function Why({ review }: { review: Review }) {
  const run = useQuery({
    queryKey: ['execution', review.execution_id],
    queryFn: () => get(`executions/${review.execution_id}`, executionSchema),
    enabled: Boolean(review.execution_id),
  });
  const refusal = Array.isArray(review.refusal) ? review.refusal.join('\n') : review.refusal;
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={1} size="h4">{review.subject}</Title>
        <Group gap="xs">
          <RehearsalBadge shown={run.data?.rehearsal ?? false} />
          <StateBadge state={review.state} size="lg" />
        </Group>
      </Group>
      <Text size="sm">
        {review.kind.toLowerCase()} · priority {review.priority}
        {typeof review.confidence === 'number' ? ` · confidence ${review.confidence.toFixed(2)}` : ''} · retries {review.retries ?? 0}
        {review.requirement_keys.length ? ` · ${review.requirement_keys.join(', ')}` : ''}
      </Text>
      {review.execution_id ? <Text size="sm"><Anchor component={Link} size="sm" underline="always" to={`/runs/${review.execution_id}${review.atom_id ? `?atom=${review.atom_id}` : ''}`}>Open the run</Anchor></Text> : null}
      <Text size="sm" mt="xs">{review.failed ? WHY_FAILED : (WHY[review.kind] ?? '')}</Text>
      {review.decision ? <Text size="sm">Decided: {review.decision.toLowerCase()} by {review.reviewer}{review.comment ? `, “${review.comment}”` : ''}</Text> : null}
      {review.validation_errors.length ? <Code block mt="xs">{review.validation_errors.join('\n')}</Code> : null}
      {review.evidence ? <Code block mt="xs">{review.evidence}</Code> : null}
      <Suggestions lines={review.state === 'RESOLVED' ? [] : review.suggestions} />
      {refusal ? <Alert color="orange" title={review.draft ? 'The edit was refused' : 'The approval was refused'} mt="xs"><Code block>{refusal}</Code></Alert> : null}
    </Card>
  );
}

function Suggestions({ lines }: { lines: string[] }) {
  return lines.length ? (
    <section aria-label="What to look at">
      <Text size="sm" fw={600} mt="xs">What to look at</Text>
      <List size="sm">{lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
    </section>
  ) : null;
}

function Decide({ review }: { review: Review }) {
  const [comment, setComment] = useState('');
  const client = useQueryClient();
  const deciding = useIsMutating({ mutationKey: decisionOf(review.id) }) > 0;
  const approve = useMutation({
    mutationKey: decisionOf(review.id),
    mutationFn: () => post(`reviews/${review.id}/approve`, { comment: comment || undefined }, reviewSchema),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h5">Decision</Title>
        <Textarea label="Comment" value={comment} onChange={(e) => setComment(e.currentTarget.value)} autosize />
        <ProblemAlert error={approve.error} />
        {review.failed ? null : (
          <Group><Button onClick={() => approve.mutate()} loading={approve.isPending} disabled={deciding}>Approve</Button></Group>
        )}
        {review.file && review.execution_id ? <ReviewEdit review={review} executionId={review.execution_id} comment={comment} /> : null}
      </Stack>
    </Card>
  );
}
