import { Anchor, Card, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { reviewListSchema } from '../../api/review';
import { StateBadge } from '../../app/StateBadge';

const SHOWN = 6;

const OPEN = ['PENDING', 'IN_REVIEW'];

/** Those that wait for a person first; the services list what is settled last. */
async function reviewsOf(masterplanId: string) {
  const read = (query: string) => get(`reviews?masterplan_id=${masterplanId}${query}`, reviewListSchema);
  const [all, ...open] = await Promise.all([read(`&limit=${SHOWN}`), ...OPEN.map((state) => read(`&state=${state}&limit=${SHOWN}`))]);
  const waiting = open.flatMap((list) => list.items);
  const others = all.items.filter((review) => !OPEN.includes(review.state));
  return { shown: [...waiting, ...others].slice(0, SHOWN), open: open.reduce((sum, list) => sum + list.total, 0), total: all.total };
}

/** How many doubtful pieces wait for a person, and the way to them. */
export function ReviewsCard({ masterplanId }: { masterplanId: string }) {
  const { data } = useQuery({
    queryKey: ['reviews', masterplanId],
    queryFn: () => reviewsOf(masterplanId),
  });
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Reviews {data ? `${data.open} open` : ''}</Title>
      {data?.total === 0 ? <Text size="sm">Nothing doubtful so far.</Text> : null}
      <List size="sm" listStyleType="none">
        {data?.shown.map((review) => (
          <List.Item key={review.id}>
            <StateBadge state={review.state} size="xs" />{' '}
            <Anchor component={Link} to={`/reviews/${review.id}`} size="sm" underline="always">{review.subject}</Anchor>
          </List.Item>
        ))}
      </List>
      {data && data.total > data.shown.length ? (
        <Text size="xs">and {data.total - data.shown.length} more under <Anchor component={Link} to="/reviews?state=ALL" size="xs" underline="always">all reviews</Anchor></Text>
      ) : null}
    </Card>
  );
}
