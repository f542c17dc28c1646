import { Anchor, Card, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { executionListSchema } from '../../api/execution';
import { Paging, usePage } from '../../app/Paging';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';
import { dollars } from '../../app/states';

export function RunsPage() {
  const { page, slice, turn } = usePage();
  const { data, error } = useQuery({
    queryKey: ['executions', 'page', page],
    queryFn: () => get(`executions?${slice}`, executionListSchema),
    placeholderData: keepPreviousData,
  });
  return (
    <Card withBorder>
      <Title order={1} size="h4" mb="sm">Runs</Title>
      <ProblemAlert error={error} />
      {data?.total === 0 ? <Text>Nothing was built yet. A run starts when a plan is approved.</Text> : null}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Run</Table.Th><Table.Th>State</Table.Th><Table.Th>Wave</Table.Th><Table.Th>Files</Table.Th>
            <Table.Th>MUST tests</Table.Th><Table.Th>Cost</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td><Anchor component={Link} to={`/runs/${run.id}`} underline="always">{run.name}</Anchor>{run.rehearsal ? ' (rehearsal, faults injected)' : ''}</Table.Td>
              <Table.Td><StateBadge state={run.state} /> {run.reason}</Table.Td>
              <Table.Td>{run.wave}/{run.total_waves}</Table.Td>
              <Table.Td>{run.atoms.completed}/{run.atoms.total}</Table.Td>
              <Table.Td>{run.tests.must_passed}/{run.tests.must_total}</Table.Td>
              <Table.Td>{dollars(run.cost.spent_usd)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Paging page={page} total={data?.total} turn={turn} />
    </Card>
  );
}
