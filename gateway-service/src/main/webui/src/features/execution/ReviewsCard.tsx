import { Anchor, Card, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { reviewListSchema } from '../../api/review';
import { StateBadge } from '../../app/StateBadge';

const SHOWN = 6;

export function ReviewsCard({ masterplanId }: { masterplanId: string }) {
  const { data } = useQuery({
    queryKey: ['reviews', masterplanId],
    queryFn: () => get(`reviews?masterplan_id=${masterplanId}`, reviewListSchema),
  });
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Reviews {data ? data.total : ''}</Title>
      {data?.items.length === 0 ? <Text size="sm">Nothing doubtful so far.</Text> : null}
      <List size="sm" listStyleType="none">
        {data?.items.slice(0, SHOWN).map((review) => (
          <List.Item key={review.id}>
            <StateBadge state={review.state} size="xs" />{' '}
            <Anchor component={Link} to={`/reviews/${review.id}`} size="sm" underline="always">{review.subject}</Anchor>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
