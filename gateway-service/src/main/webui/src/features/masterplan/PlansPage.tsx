import { Anchor, Card, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { planListSchema } from '../../api/planner';
import { Paging, usePage } from '../../app/Paging';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';

export function PlansPage() {
  const { page, slice, turn } = usePage();
  const { data, error } = useQuery({
    queryKey: ['masterplans', 'page', page],
    queryFn: () => get(`masterplans?${slice}`, planListSchema),
    placeholderData: keepPreviousData,
  });
  return (
    <Card withBorder>
      <Title order={1} size="h4" mb="sm">Plans</Title>
      <ProblemAlert error={error} />
      {data?.total === 0 ? <Text>No plan yet. <Anchor component={Link} to="/" underline="always">Describe some software</Anchor> to get one.</Text> : null}
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>Plan</Table.Th><Table.Th>Version</Table.Th><Table.Th>State</Table.Th><Table.Th>Made</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map((plan) => (
            <Table.Tr key={plan.id}>
              <Table.Td><Anchor component={Link} to={`/plans/${plan.id}`} underline="always">{plan.name}</Anchor></Table.Td>
              <Table.Td>v{plan.version}</Table.Td>
              <Table.Td><StateBadge state={plan.status} /></Table.Td>
              <Table.Td>{new Date(plan.created_at).toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Paging page={page} total={data?.total} turn={turn} />
    </Card>
  );
}
