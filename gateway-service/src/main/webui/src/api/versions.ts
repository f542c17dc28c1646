import { z } from 'zod';

const valueSchema = z.union([z.string(), z.array(z.string())]).nullish();

const changeSchema = z.object({
  kind: z.enum(['ADDED', 'CHANGED', 'MOVED', 'REMOVED']),
  id: z.string(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: valueSchema, after: valueSchema })).default([]),
});

const changesSchema = z.array(changeSchema).default([]);

export const planDiffSchema = z.object({
  milestones: changesSchema,
  tasks: changesSchema,
  subtasks: changesSchema,
  dependencies: changesSchema,
  requirements: changesSchema,
  tests: changesSchema,
});

export const diffSchema = z.object({
  from: z.number(),
  to: z.number(),
  diff: planDiffSchema,
  again: z.object({
    atoms: z.array(z.object({ subtask_id: z.string(), name: z.string(), file: z.string().nullish(), why: z.string() })).default([]),
    kept: z.number(),
    removed: z.number(),
    cost_usd: z.object({ likely: z.coerce.number() }),
    seconds: z.coerce.number(),
  }),
});

export const versionsSchema = z.array(
  z.object({
    version: z.number(),
    status: z.string(),
    author: z.string(),
    reason: z.string().nullish(),
    based_on: z.number().nullish(),
    summary: z.string().nullish(),
    created_at: z.string(),
  }),
);

export const editAnswerSchema = z.object({ id: z.string(), version: z.number(), notes: z.array(z.string()).default([]) });

/** A 409 that says what the others changed meanwhile and what this edit would have changed. */
export const conflictSchema = z.object({
  base_version: z.number(),
  current_version: z.number(),
  current_author: z.string(),
  theirs: planDiffSchema.nullish(),
  yours: planDiffSchema.nullish(),
  yours_refused: z.string().nullish(),
});

export type PlanDiff = z.infer<typeof planDiffSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type Version = z.infer<typeof versionsSchema>[number];
