// What the desk tells to every open screen, in a file of its own: screens need it before, and without, the schemas of the calls.
import { z } from 'zod';
import { Id } from '@/lib/model/primitives';

/** What changed, told to every open screen after the change is durable. */
export const DeskChange = z.object({
  what: z.enum([
    'settings',
    'word-lists',
    'sets',
    'rounds',
    'subjects',
    'sessions',
    'session',
    'runs',
    'columns',
    'reposts',
    'citizen-reports',
    'rectifications',
    'paper-templates',
  ]),
  sessionId: Id.optional(),
});
export type DeskChange = z.infer<typeof DeskChange>;
