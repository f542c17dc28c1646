import { Badge, type MantineSize } from '@mantine/core';
import { stateColor, stateLabel } from './states';

export function StateBadge({ state, size = 'sm' }: { state: string; size?: MantineSize }) {
  return (
    <Badge component="span" color={stateColor(state)} variant="light" size={size} tt="none" style={{ color: 'var(--mantine-color-text)' }}>
      {stateLabel(state)}
    </Badge>
  );
}
