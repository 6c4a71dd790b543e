// Check: are the eight identification elements there, visible, well written and pointing to the right place?
import { z } from 'zod';
import { defineCheck } from './engine/define-check';
import { judgeIdentity } from './judge/identity/judge';

export default defineCheck({
  id: 'identification',
  probes: ['identity'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject }) {
    return judgeIdentity(facts, subject);
  },
});
