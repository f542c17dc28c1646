import { z } from 'zod';

const money = z.coerce.number();

export const executionSchema = z.object({
  id: z.string(),
  masterplan_id: z.string(),
  session_id: z.string(),
  version: z.number(),
  name: z.string(),
  state: z.string(),
  reason: z.string().nullish(),
  cure: z.string().nullish(),
  wave: z.number(),
  total_waves: z.number(),
  atoms: z.object({
    total: z.number(),
    completed: z.number(),
    failed: z.number(),
    blocked: z.number().default(0),
    skipped: z.number().default(0),
    running: z.number().default(0),
  }),
  tests: z.object({
    must_total: z.number(),
    must_passed: z.number(),
    should_total: z.number(),
    should_passed: z.number(),
  }),
  cost: z.object({
    spent_usd: money,
    reserved_usd: money.default(0),
    soft_usd: money,
    hard_usd: money,
    remaining_usd: money.optional(),
  }),
  rehearsal: z.boolean().default(false),
  sandbox: z.string().nullish(),
  trace_id: z.string(),
  started_at: z.string().nullish(),
  ended_at: z.string().nullish(),
  not_covered: z.array(z.string()).default([]),
  deferred: z.array(z.string()).default([]),
});

export const executionListSchema = z.object({ items: z.array(executionSchema), total: z.number() });

const gateSchema = z.object({
  round: z.number(),
  verdict: z.string(),
  must_total: z.number(),
  must_passed: z.number(),
  should_total: z.number(),
  should_passed: z.number(),
  due: z.number().nullish(),
  of: z.number().nullish(),
  failure_reason: z.string().nullish(),
  failed_requirements: z.array(z.string()).default([]),
});

export const waveSchema = z.object({
  number: z.number(),
  id: z.string().nullish(),
  name: z.string().nullish(),
  state: z.string(),
  atoms: z.object({
    total: z.number(),
    completed: z.number(),
    failed: z.number().default(0),
    running: z.number().default(0),
  }),
  retries: z.number().default(0),
  duration_ms: z.number().nullish(),
  gates: z.array(gateSchema).default([]),
});

export const wavesSchema = z.array(waveSchema);

export const atomSchema = z.object({
  id: z.string(),
  name: z.string(),
  task_number: z.number(),
  subtask_number: z.number(),
  wave: z.number(),
  state: z.string(),
  reason: z.string().nullish(),
  language: z.string().nullish(),
  file: z.string().nullish(),
  retries: z.number().default(0),
  confidence: z.number().nullish(),
  cost_usd: money.nullish(),
  duration_ms: z.number().nullish(),
});

export const atomListSchema = z.object({ items: z.array(atomSchema), total: z.number() });

export const atomDetailSchema = atomSchema.extend({
  attempts: z
    .array(
      z.object({
        number: z.number(),
        state: z.string(),
        diagnostics: z.array(z.string()).default([]),
        validators: z
          .array(
            z.object({
              name: z.string(),
              version: z.string().nullish(),
              passed: z.boolean(),
              duration_ms: z.number().nullish(),
            }),
          )
          .default([]),
        cost_usd: money.nullish(),
        duration_ms: z.number().nullish(),
      }),
    )
    .default([]),
  content: z.string().nullish(),
  requirement_keys: z.array(z.string()).default([]),
});

export const testSchema = z.object({
  id: z.string(),
  requirement_key: z.string(),
  sentence: z.string().nullish(),
  priority: z.string(),
  given: z.string().nullish(),
  when: z.string().nullish(),
  then: z.string().nullish(),
  due_from_wave: z.number().nullish(),
  state: z.string(),
  text: z.string().nullish(),
  evidence: z.string().nullish(),
  duration_ms: z.number().nullish(),
  file: z.string().nullish(),
  corrected_by: z.string().nullish(),
  correction_reason: z.string().nullish(),
});

export const testsSchema = z.array(testSchema);

/** Of a certificate only what a person changed of the tests. */
export const certificateSchema = z.object({
  corrections: z
    .array(
      z.object({
        test_id: z.string(),
        path: z.string(),
        by: z.string(),
        reason: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    )
    .default([]),
});

export const commandSchema = z.object({ id: z.string(), command: z.string(), state: z.string(), text: z.string().nullish() });

export type Execution = z.infer<typeof executionSchema>;
export type Wave = z.infer<typeof waveSchema>;
export type Atom = z.infer<typeof atomSchema>;
export type AtomDetail = z.infer<typeof atomDetailSchema>;
export type AcceptanceTest = z.infer<typeof testSchema>;
