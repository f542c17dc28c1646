import { Alert, Anchor, Button, Card, Code, Group, Progress, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { RehearsalBadge } from '../../app/RehearsalBadge';
import { StateBadge } from '../../app/StateBadge';
import { stateColor } from '../../app/states';
import { useLiveStore } from '../../live/store';
import { actionsFor, useCommand } from './commands';
import { WhatIsBuilt } from './WhatIsBuilt';

const COLOR = { primary: undefined, plain: 'gray', danger: 'red' } as const;

/** Name, state with reason and cure, progress, and what can be done now. */
export function RunHeader({ run }: { run: Execution }) {
  const connection = useLiveStore((state) => state.connection);
  const command = useCommand(run.id);
  const percent = run.atoms.total ? (100 * run.atoms.completed) / run.atoms.total : 0;
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1} size="h3">{run.name}</Title>
          <StateBadge state={run.state} size="lg" />
          <RehearsalBadge shown={run.rehearsal} size="lg" />
        </Group>
        <Group gap="xs">
          {actionsFor(run.state, run.wave).map((action) => (
            <Button
              key={action.label}
              size="xs"
              color={COLOR[action.tone]}
              variant={action.tone === 'primary' ? 'filled' : 'outline'}
              loading={command.isPending && command.variables.command === action.command.command}
              onClick={() => command.mutate(action.command)}
            >
              {action.label}
            </Button>
          ))}
        </Group>
      </Group>
      <WhatIsBuilt masterplanId={run.masterplan_id} />
      <ProblemAlert error={command.error} title="The command was refused" />
      {run.reason ? (
        <Alert color={stateColor(run.state)} title={`${run.state === 'BLOCKED' ? 'Blocked' : 'Why'}: ${run.reason}`} my="sm">
          {run.cure ? <Text size="sm">What helps: {run.cure}</Text> : null}
        </Alert>
      ) : null}
      <Text size="sm" mt="sm" mb={4}>
        Wave {run.wave} of {run.total_waves} · {run.atoms.completed} of {run.atoms.total} pieces done
        {run.atoms.failed ? ` · ${run.atoms.failed} failed` : ''}{run.atoms.blocked ? ` · ${run.atoms.blocked} blocked` : ''}
        {' '}· MUST tests {run.tests.must_passed}/{run.tests.must_total} · SHOULD tests {run.tests.should_passed}/{run.tests.should_total}
      </Text>
      <Progress value={percent} size="lg" aria-label="Pieces done" color={stateColor(run.state)} />
      <Group justify="space-between" mt={6}>
        <Text size="xs" c="dimmed">
          <Anchor component={Link} to={`/plans/${run.masterplan_id}`} size="xs" underline="always">plan v{run.version}</Anchor> · sandbox {run.sandbox ?? 'unknown'} · trace <Code>{run.trace_id}</Code>
        </Text>
        <Text size="xs" c="dimmed" role="status">{connection === 'live' ? 'live' : `${connection}: reading every 2 s`}</Text>
      </Group>
    </Card>
  );
}
