import { Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { get, post } from '../../api/client';
import { executionListSchema } from '../../api/execution';
import { type Masterplan, masterplanSchema } from '../../api/planner';
import { ProblemAlert } from '../../app/ProblemAlert';
import { useVersions } from './edits';
import { Rehearse } from './Rehearse';

/** Approve, reject, or put off what nobody can write; after approval the way to the run. */
export function Decision({ plan }: { plan: Masterplan }) {
  const [approvedHere, setApprovedHere] = useState(false);
  const { approved } = useVersions(plan);
  if (plan.status === 'DRAFT') {
    return (
      <>
        <DraftDecision plan={plan} approved={approved} onApproved={() => setApprovedHere(true)} />
        {approved ? <RunLink plan={plan} follow={false} /> : null}
      </>
    );
  }
  return plan.status === 'APPROVED' ? <RunLink plan={plan} follow={approvedHere} /> : null;
}

type DraftProps = { plan: Masterplan; approved: number | undefined; onApproved: () => void };

function DraftDecision({ plan, approved, onApproved }: DraftProps) {
  const [reason, setReason] = useState('');
  const [withoutTests, setWithoutTests] = useState(false);
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) =>
      post(`masterplans/${plan.id}/${path}`, body, masterplanSchema),
    onSuccess: (_, { path }) => {
      if (path === 'approve') {
        onApproved();
      }
      return client.invalidateQueries();
    },
  });
  const uncovered = plan.discovery?.requirements.filter((r) => r.priority === 'MUST' && r.coverage.state === 'NOT_COVERED') ?? [];
  const deferred = plan.discovery?.requirements.filter((r) => r.coverage.state === 'DEFERRED') ?? [];
  const errors = plan.analysis?.errors.length ?? 0;
  const untested = plan.tests.length === 0;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h5">Decision</Title>
        {deferred.length ? <Text size="sm">Put off, not built: {deferred.map((r) => r.key).join(', ')}</Text> : null}
        {uncovered.length ? (
          <Text size="sm">
            {uncovered.map((r) => r.key).join(', ')} must be kept, and nobody can write it: rephrase it below, or put it off with a reason.
          </Text>
        ) : null}
        <Textarea label="Reason" description="needed to reject or to put off" value={reason} onChange={(e) => setReason(e.currentTarget.value)} autosize />
        {untested ? (
          <Checkbox
            label="Build without acceptance tests: nothing of this plan is proved"
            checked={withoutTests}
            onChange={(e) => setWithoutTests(e.currentTarget.checked)}
          />
        ) : null}
        <ProblemAlert error={decide.error} />
        <Group>
          {approved ? null : (
            <Button
              disabled={errors > 0 || (untested && !withoutTests)}
              loading={decide.isPending}
              onClick={() => decide.mutate({ path: 'approve', body: { start: true, without_tests: untested, version: plan.version } })}
            >
              Approve and build
            </Button>
          )}
          {uncovered.length ? (
            <Button
              variant="default"
              disabled={decide.isPending || !reason.trim()}
              onClick={() => decide.mutate({ path: 'requirements/defer', body: { requirements: uncovered.map((r) => r.key), reason } })}
            >
              Put off {uncovered.length}
            </Button>
          ) : null}
          <Button color="red" variant="outline" disabled={decide.isPending || !reason.trim()} onClick={() => decide.mutate({ path: 'reject', body: { reason } })}>
            Reject
          </Button>
          {approved ? null : <Rehearse plan={plan} />}
        </Group>
        {errors > 0 ? <Text size="sm">{errors} errors in the analysis stand in the way of approval.</Text> : null}
      </Stack>
    </Card>
  );
}

/** The way to the run; whoever has just approved is brought there as soon as there is one. */
function RunLink({ plan, follow }: { plan: Masterplan; follow: boolean }) {
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['executions', plan.id],
    queryFn: () => get(`executions?masterplan_id=${plan.id}`, executionListSchema),
  });
  const run = data?.items[0];
  useEffect(() => {
    if (follow && run) {
      void navigate(`/runs/${run.id}`);
    }
  }, [follow, navigate, run]);
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Approved{plan.approved_by ? ` by ${plan.approved_by}` : ''}</Title>
      {run ? <Button component={Link} to={`/runs/${run.id}`}>Watch the run</Button> : <Text size="sm">The run is being prepared.</Text>}
    </Card>
  );
}
