import { Button, CloseButton, Code, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { atomDetailSchema, type AtomDetail, type Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';
import { dollars, duration } from '../../app/states';
import { useCommand } from './commands';
import { FileEditor } from './FileEditor';

type Props = { run: Execution; atomId: string | null; onClose: () => void };

/** One piece: its attempts with their diagnostics, and its file, which can be edited when the run is blocked. */
export function AtomDrawer({ run, atomId, onClose }: Props) {
  const { data, error } = useQuery({
    queryKey: ['execution', run.id, 'atom', atomId],
    queryFn: () => get(`executions/${run.id}/atoms/${atomId}`, atomDetailSchema),
    enabled: atomId !== null,
  });
  const name = data?.name ?? 'Piece';
  return (
    <Drawer.Root opened={atomId !== null} onClose={onClose} position="right" size="xl">
      <Drawer.Overlay />
      <Drawer.Content aria-label={name}>
        <Drawer.Body pt="md">
          <Group justify="space-between" wrap="nowrap" mb="sm">
            <Title order={2} size="h5">{name}</Title>
            <CloseButton aria-label="Close" onClick={onClose} />
          </Group>
          <ProblemAlert error={error} />
          {data ? (
            <Stack>
              <Text size="sm">
                <StateBadge state={data.state} /> wave {data.wave} · {data.language} · retries {data.retries}
                {typeof data.confidence === 'number' ? ` · confidence ${data.confidence.toFixed(2)}` : ''}
                {data.requirement_keys.length ? ` · ${data.requirement_keys.join(', ')}` : ''}
              </Text>
              {data.reason ? <Text size="sm">{data.reason}</Text> : null}
              <Retry run={run} atom={data} />
              <Attempts atom={data} />
              <FileEditor run={run} atom={data} />
            </Stack>
          ) : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** A piece that nobody could write gets a new ladder of attempts when the run waits for it. */
function Retry({ run, atom }: { run: Execution; atom: AtomDetail }) {
  const command = useCommand(run.id);
  if (run.state !== 'BLOCKED' || atom.state !== 'FAILED') {
    return null;
  }
  return (
    <Group>
      <Button size="xs" loading={command.isPending} onClick={() => command.mutate({ command: 'retry_atom', atom_id: atom.id })}>
        Retry this piece
      </Button>
      <ProblemAlert error={command.error} title="The command was refused" />
    </Group>
  );
}

function Attempts({ atom }: { atom: AtomDetail }) {
  return (
    <section aria-label="Attempts">
      <Title order={3} size="h6">Attempts</Title>
      {atom.attempts.map((attempt) => (
        <div key={attempt.number}>
          <Text size="sm">
            {attempt.number}. <StateBadge state={attempt.state} size="xs" />{' '}
            {attempt.validators.map((v) => `${v.name} ${v.passed ? 'passed' : 'failed'}`).join(', ')} {duration(attempt.duration_ms)}
            {attempt.cost_usd ? ` · ${dollars(attempt.cost_usd)}` : ''}
          </Text>
          {attempt.diagnostics.length ? <Code block>{attempt.diagnostics.join('\n')}</Code> : null}
        </div>
      ))}
    </section>
  );
}
