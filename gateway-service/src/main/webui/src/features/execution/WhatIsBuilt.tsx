import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { type Discovery, masterplanSchema } from '../../api/planner';

function words(discovery: Discovery): string {
  const must = discovery.requirements.filter((r) => r.priority === 'MUST').length;
  const data = discovery.aggregates.map((a) => a.name).join(', ');
  return `A ${discovery.stack.language} program for ${data}: ${must} MUST and ${discovery.requirements.length - must} SHOULD requirements`;
}

/** One line on what the run builds, read from its plan. */
export function WhatIsBuilt({ masterplanId }: { masterplanId: string }) {
  const { data } = useQuery({
    queryKey: ['masterplan', masterplanId],
    queryFn: () => get(`masterplans/${masterplanId}`, masterplanSchema),
    refetchInterval: false,
  });
  return data?.discovery ? <Text size="sm" mt={4}>{words(data.discovery)}</Text> : null;
}
