import { Badge, type MantineSize } from '@mantine/core';

/** Marks everything that shows a run or a plan whose faults are injected on purpose. */
export function RehearsalBadge({ shown, size = 'md' }: { shown: boolean; size?: MantineSize }) {
  return shown ? <Badge color="orange" variant="outline" size={size} tt="none">rehearsal, faults injected</Badge> : null;
}
