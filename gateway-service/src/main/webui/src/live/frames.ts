import { z } from 'zod';

/** One update of the live channel; updates carry state, never increments. */
export const updateSchema = z.object({
  v: z.number(),
  seq: z.number().nullish(),
  id: z.string(),
  type: z.string(),
  time: z.string(),
  session_id: z.string(),
  masterplan_id: z.string().nullish(),
  trace_id: z.string().nullish(),
  data: z.record(z.string(), z.unknown()),
});

const snapshotSchema = z.object({
  type: z.literal('snapshot'),
  seq: z.number(),
  updates: z.array(updateSchema).default([]),
});

const frameSchema = z.union([z.array(updateSchema), snapshotSchema]);

export type LiveUpdate = z.infer<typeof updateSchema>;
export type Frame = { updates: LiveUpdate[]; snapshotSeq: number | null };

/** Parses one WebSocket text. Returns null for what breaks the contract, so that the caller can drop and resume. */
export function parseFrame(text: string): Frame | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = frameSchema.safeParse(json);
  if (!parsed.success) {
    return null;
  }
  return Array.isArray(parsed.data)
    ? { updates: parsed.data, snapshotSeq: null }
    : { updates: parsed.data.updates, snapshotSeq: parsed.data.seq };
}
