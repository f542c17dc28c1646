import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { get, getText } from './client';

const treeSchema = z.array(z.object({ path: z.string(), sha256: z.string() }));

/** A file as a person saw it; an edit names the hash, so that nobody writes over what they did not see. */
export type SeenFile = { text: string; hash: string | undefined };

/** One file of a run's workspace; empty and without a hash while nobody wrote it. */
export function useWorkspaceFile(runId: string, path: string | null | undefined) {
  return useQuery({
    queryKey: ['execution', runId, 'file', path],
    queryFn: async (): Promise<SeenFile> => {
      const tree = await get(`executions/${runId}/workspace/tree`, treeSchema);
      const hash = tree.find((entry) => entry.path === path)?.sha256;
      const url = `executions/${runId}/workspace/file?path=${encodeURIComponent(path ?? '')}`;
      return { hash, text: hash ? await getText(url) : '' };
    },
    enabled: Boolean(path),
    refetchInterval: false,
  });
}
