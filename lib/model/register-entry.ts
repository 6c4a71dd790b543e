// One line of a register that is taken in: what it says of a subject; what it does not say stays as it is.
import type { z } from 'zod';
import { Subject } from './session';

/** A subject without id; only kind and name are always said. Lists and texts that are said are not empty. */
export const RegisterEntry = Subject.omit({ id: true, adHoc: true, host: true }).partial({
  aliases: true,
  hasServices: true,
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;
