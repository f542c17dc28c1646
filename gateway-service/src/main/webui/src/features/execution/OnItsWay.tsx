import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';

const LONG_MS = 10_000;

/** Says why a command takes long; what was typed for it stays until its answer is here. */
export function OnItsWay({ pending }: { pending: boolean }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = pending ? setTimeout(() => setLong(true), LONG_MS) : undefined;
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [pending]);
  return pending && long ? (
    <Text size="sm" role="status">Still on its way: the run takes commands between two steps. Your text is kept here until it answers.</Text>
  ) : null;
}
