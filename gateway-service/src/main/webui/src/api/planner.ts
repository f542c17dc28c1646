import { z } from 'zod';

export const messageSchema = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  created_at: z.string(),
  trace_id: z.string().nullish(),
});

export const sessionSchema = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.string(),
  masterplan_ids: z.array(z.string()).default([]),
  messages: z.array(messageSchema).default([]),
});

export const sessionListSchema = z.object({ items: z.array(sessionSchema), total: z.number() });

const coverageSchema = z.object({
  state: z.enum(['COVERED', 'NOT_COVERED', 'DEFERRED']),
  reason: z.string().nullish(),
  by: z.string().nullish(),
});

export const requirementSchema = z.object({
  id: z.string(),
  key: z.string(),
  sentence: z.string(),
  source: z.object({ line: z.number() }),
  priority: z.enum(['MUST', 'SHOULD']),
  priority_word: z.string().nullish(),
  acceptance: z.string().nullish(),
  coverage: coverageSchema,
});

const aggregateSchema = z.object({
  name: z.string(),
  path: z.string(),
  fields: z.array(z.object({ name: z.string(), type: z.string() })).default([]),
  lifecycle: z.object({ states: z.array(z.string()) }).nullish(),
});

export const discoverySchema = z.object({
  domain: z.string(),
  summary: z.string().nullish(),
  stack: z.object({ language: z.string() }),
  requirements: z.array(requirementSchema).default([]),
  aggregates: z.array(aggregateSchema).default([]),
  assumptions: z.array(z.string()).default([]),
  questions: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        options: z.array(z.string()).default([]),
        recommended: z.string().nullish(),
        answer: z.string().nullish(),
      }),
    )
    .default([]),
  unread: z
    .array(
      z.object({
        sentence: z.string(),
        source: z.object({ line: z.number() }),
        nearest_forms: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export const discoveryAnswerSchema = z.object({ discovery: discoverySchema.nullish() });

const subtaskSchema = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  description: z.string().nullish(),
  kind: z.string().nullish(),
  target_file: z.string().nullish(),
  done: z.boolean().nullish(),
});

export const taskSchema = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  description: z.string().nullish(),
  complexity: z.string(),
  depends_on: z.array(z.string()).default([]),
  requirement_ids: z.array(z.string()).default([]),
  subtasks: z.array(subtaskSchema).default([]),
});

const planSchema = z.object({
  phases: z.array(
    z.object({
      name: z.string(),
      milestones: z
        .array(z.object({ id: z.string(), number: z.number(), name: z.string(), description: z.string().nullish(), tasks: z.array(taskSchema).default([]) }))
        .default([]),
    }),
  ),
});

const findingSchema = z.object({
  code: z.string(),
  text: z.string(),
  requirement_key: z.string().nullish(),
  task_number: z.number().nullish(),
});

const analysisSchema = z.object({
  errors: z.array(findingSchema).default([]),
  warnings: z.array(findingSchema).default([]),
  coverage: z
    .array(
      z.object({
        requirement_key: z.string(),
        tasks: z.array(z.number()).default([]),
        tests: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

const estimateSchema = z.object({
  cost_usd: z.object({ low: z.coerce.number(), likely: z.coerce.number(), high: z.coerce.number() }),
  seconds: z.coerce.number(),
  atoms: z.number(),
  waves: z.number(),
  assumptions: z.array(z.string()).default([]),
});

export const engineSchema = z.object({ name: z.string(), label: z.string().nullish() });

export const masterplanSchema = z.object({
  id: z.string(),
  session_id: z.string(),
  name: z.string(),
  version: z.number(),
  status: z.string(),
  status_reason: z.string().nullish(),
  engine: z.object({ name: z.string(), rehearsal_seed: z.number().nullish() }).nullish(),
  discovery: discoverySchema.nullish(),
  plan: planSchema.nullish(),
  tests: z.array(z.object({ id: z.string(), requirement_key: z.string() })).default([]),
  analysis: analysisSchema.nullish(),
  estimate: estimateSchema.nullish(),
  approved_by: z.string().nullish(),
});

export const planListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      session_id: z.string(),
      name: z.string(),
      status: z.string(),
      version: z.number(),
      created_at: z.string(),
    }),
  ),
  total: z.number(),
});

export const messageAcceptedSchema = z.object({ message_id: z.string(), masterplan_id: z.string().nullish() });

export type Milestone = NonNullable<Masterplan['plan']>['phases'][number]['milestones'][number];
export type Message = z.infer<typeof messageSchema>;
export type Discovery = z.infer<typeof discoverySchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Masterplan = z.infer<typeof masterplanSchema>;
