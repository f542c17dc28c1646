import { Anchor, Card, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import { reviewListSchema } from '../../api/review';
import { Paging, usePage } from '../../app/Paging';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';

export function ReviewsPage() {
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? 'PENDING';
  const { page, slice, turn } = usePage();
  const { data, error } = useQuery({
    queryKey: ['reviews', 'list', state, page],
    queryFn: () => get(`reviews?${slice}${state === 'ALL' ? '' : `&state=${state}`}`, reviewListSchema),
  });
  return (
    <Card withBorder>
      <Title order={1} size="h4" mb="sm">Reviews</Title>
      <SegmentedControl
        aria-label="State"
        value={state}
        onChange={(value) => setSearch({ state: value })}
        data={[{ value: 'PENDING', label: 'pending' }, { value: 'IN_REVIEW', label: 'in review' }, { value: 'RESOLVED', label: 'resolved' }, { value: 'ALL', label: 'all' }]}
        mb="sm"
      />
      <ProblemAlert error={error} />
      {data?.total === 0 ? <Text>Nothing waits here.</Text> : null}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Subject</Table.Th><Table.Th>Kind</Table.Th><Table.Th>State</Table.Th><Table.Th>Priority</Table.Th><Table.Th>Confidence</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.items.map((review) => (
            <Table.Tr key={review.id}>
              <Table.Td><Anchor component={Link} to={`/reviews/${review.id}`} underline="always">{review.subject}</Anchor></Table.Td>
              <Table.Td>{review.kind.toLowerCase()}</Table.Td>
              <Table.Td><StateBadge state={review.state} /></Table.Td>
              <Table.Td>{review.priority}</Table.Td>
              <Table.Td>{review.confidence?.toFixed(2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Paging page={page} total={data?.total} turn={turn} />
    </Card>
  );
}
