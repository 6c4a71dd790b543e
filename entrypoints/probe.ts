// Injected on demand into every reachable frame: leaves a function in the isolated world that runs a probe, and its writer.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Probe } from '@/lib/probes/define-probe';
import { type Gathered, gather } from '@/lib/probes/engine/gather';
import { installToJson } from '@/lib/probes/engine/to-json';

declare global {
  /** Runs one probe in this frame; `deadlineMs` is the time it may take from now. */
  var __gsiGather: ((name: string, deadlineMs: number) => Promise<Gathered>) | undefined;
}

const files = import.meta.glob<Probe<unknown>>(['../lib/probes/*.ts', '!../lib/probes/define-probe.ts'], {
  eager: true,
  import: 'default',
});

export default defineUnlistedScript(() => {
  const probes = new Map(Object.values(files).map((probe) => [probe.name, probe]));
  installToJson();
  globalThis.__gsiGather = (name, deadlineMs) => gather(probes, name, deadlineMs, document);
});
