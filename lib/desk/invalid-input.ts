// Says in one Chinese sentence what is wrong with the input of a call.
import type { z } from 'zod';
import { DeskError } from './desk-error';

/** The refusal of input; a schema's own Chinese sentence is passed on. The technical cause goes along as `cause`. */
export function invalidInput(error: z.ZodError): DeskError {
  const own = error.issues.find(({ message }) => /[\u4e00-\u9fff]/.test(message));
  const refusal = new DeskError(
    'invalid',
    own?.message ?? '提交的内容不符合要求，未作任何改动，请核对后重试。',
  );
  refusal.cause = error;
  return refusal;
}
