// Check: do the page's meta tags say what the rules for page tags (网页标签) ask of this kind of page?
import { z } from 'zod';
import { defineCheck } from './engine/define-check';
import { judgeTags } from './judge/tags/judge-tags';

export default defineCheck({
  id: 'page-tags',
  probes: ['identity'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject }) {
    return judgeTags(facts, subject);
  },
});
