import type { Task } from '../../platform/jobs.ts';
import { readingTask, type ReadingSettings } from './reading-job.ts';

/** Intake's long work. */
export const intakeTasks = (settings: ReadingSettings): readonly Task[] => [readingTask(settings)];
