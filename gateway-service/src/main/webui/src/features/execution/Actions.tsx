import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { actionsFor, useCommand } from './commands';

const COLOR = { primary: undefined, plain: 'gray', danger: 'red' } as const;

/** What can be done with the run now; what can't be taken back is asked for twice. */
export function Actions({ run }: { run: Execution }) {
  const command = useCommand(run.id);
  const [asking, { open, close }] = useDisclosure();
  const cancel = () => command.mutate({ command: 'cancel' }, { onSettled: close });
  return (
    <div>
      <Group gap="xs">
        {actionsFor(run).map((action) => (
          <Button
            key={action.label}
            size="xs"
            color={COLOR[action.tone]}
            variant={action.tone === 'primary' ? 'filled' : 'outline'}
            loading={command.isPending && command.variables.command === action.command.command}
            onClick={action.command.command === 'cancel' ? open : () => command.mutate(action.command)}
          >
            {action.label}
          </Button>
        ))}
      </Group>
      <ProblemAlert error={command.error} title="The command was refused" />
      <Modal opened={asking} onClose={close} title="Cancel this run?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Text size="sm" mb="md">What is in flight ends, then the run can't go on any more. What is built so far stays readable.</Text>
        <Group>
          <Button size="xs" color="red" onClick={cancel} loading={command.isPending}>Cancel the run</Button>
          <Button size="xs" variant="default" onClick={close}>Keep it</Button>
        </Group>
      </Modal>
    </div>
  );
}
