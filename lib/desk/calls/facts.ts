// The desk's calls on what the probes saw; large, so the workbench asks for it only where it is shown.
import { z } from 'zod';
import { PageFacts } from '@/lib/model/page-facts';
import { BySession, method } from '../method';

export const factsCalls = {
  /** Facts of the latest run of each page of a session, by address; pages whose facts are not kept are left out. */
  sessionFacts: method(BySession, z.array(PageFacts)),
} as const;
