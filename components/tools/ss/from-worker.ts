import type { Diagnosis } from '@/diagnosis/diagnose';

export type FromWorker =
  | { readonly type: 'progress'; readonly done: number; readonly all: number }
  | { readonly type: 'done'; readonly diagnosis: Diagnosis };
