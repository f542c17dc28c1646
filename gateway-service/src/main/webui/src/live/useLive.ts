import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveChannel, type Subject } from './channel';
import type { LiveUpdate } from './frames';
import { useLiveStore } from './store';

const REFRESH_MS = 400;

/** Query roots that an update makes stale. */
export function staleRoots(update: LiveUpdate): string[] {
  if (update.type === 'message') {
    return ['session'];
  }
  if (update.type.startsWith('discovery_')) {
    return ['discovery'];
  }
  const ofPlan = update.type.startsWith('masterplan_') && update.type !== 'masterplan_execution_start';
  if (ofPlan || update.type === 'generation_error') {
    return ['masterplan', 'masterplans', 'session'];
  }
  if (update.type.startsWith('review_')) {
    return ['reviews', 'review', 'execution'];
  }
  return ['execution', 'executions'];
}

/** Follows a session or a plan: live states go to the store, and what became stale is read again in batches. */
export function useLive(key: 'session_id' | 'masterplan_id', id: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!id) {
      return undefined;
    }
    const { apply, reset, setConnection } = useLiveStore.getState();
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const root of stale) {
        void client.invalidateQueries({ queryKey: [root] });
      }
      stale.clear();
    };
    reset();
    const subject: Subject = key === 'session_id' ? { session_id: id } : { masterplan_id: id };
    const channel = new LiveChannel(subject, {
      onConnection: setConnection,
      onUpdates: (updates) => {
        apply(updates);
        updates.flatMap(staleRoots).forEach((root) => stale.add(root));
        timer ??= setTimeout(refresh, REFRESH_MS);
      },
    });
    channel.open();
    return () => {
      clearTimeout(timer);
      channel.close();
    };
  }, [client, key, id]);
}
