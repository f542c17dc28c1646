import { Alert, Anchor, Card, Code, Group, Progress, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Execution } from '../../api/execution';
import { RehearsalBadge } from '../../app/RehearsalBadge';
import { StateBadge } from '../../app/StateBadge';
import { stateColor } from '../../app/states';
import { useLiveStore } from '../../live/store';
import { Actions } from './Actions';
import { Outcome } from './Outcome';
import { Preparing } from './Preparing';
import { WhatIsBuilt } from './WhatIsBuilt';

/** Name, state with reason and cure, progress, and what can be done now. */
export function RunHeader({ run }: { run: Execution }) {
  const percent = run.atoms.total ? (100 * run.atoms.completed) / run.atoms.total : 0;
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1} size="h3">{run.name}</Title>
          <StateBadge state={run.state} size="lg" />
          <RehearsalBadge shown={run.rehearsal} size="lg" />
        </Group>
        <Actions run={run} />
      </Group>
      <WhatIsBuilt masterplanId={run.masterplan_id} />
      {run.reason ? (
        <Alert color={stateColor(run.state)} title={`${run.state === 'BLOCKED' ? 'Blocked' : 'Why'}: ${run.reason}`} my="sm">
          {run.cure ? <Text size="sm">What helps: {run.cure}</Text> : null}
        </Alert>
      ) : null}
      <Preparing run={run} />
      {run.state === 'PREPARING' ? null : (
        <Text size="sm" mt="sm" mb={4}>
          Wave {run.wave} of {run.total_waves} · {run.atoms.completed} of {run.atoms.total} pieces done
          {run.atoms.failed ? ` · ${run.atoms.failed} failed` : ''}{run.atoms.blocked ? ` · ${run.atoms.blocked} blocked` : ''}
          {' '}· MUST tests {run.tests.must_passed}/{run.tests.must_total} · SHOULD tests {run.tests.should_passed}/{run.tests.should_total}
        </Text>
      )}
      <Progress value={percent} size="lg" aria-label="Pieces done" color={stateColor(run.state)} />
      <Outcome run={run} />
      <Where run={run} />
    </Card>
  );
}

function Where({ run }: { run: Execution }) {
  const connection = useLiveStore((state) => state.connection);
  return (
    <Group justify="space-between" mt={6}>
      <Text size="xs" c="dimmed">
        <Anchor component={Link} to={`/plans/${run.masterplan_id}`} size="xs" underline="always">plan v{run.version}</Anchor> · sandbox {run.sandbox ?? 'unknown'} · trace <Code>{run.trace_id}</Code>
      </Text>
      <Text size="xs" c="dimmed" role="status" aria-label="Connection">{connection === 'live' ? 'live' : `${connection}: reading every 2 s`}</Text>
    </Group>
  );
}
