// How fast and how politely links are asked for: the real scheduler over HTTP against a local server that counts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askAll, type Limits, POLITE } from '@/lib/link-status/schedule';

/** Made hosts: names under which one local server is asked. */
const HOSTS = 40;
const LINKS_PER_HOST = 10;
/** How long the server takes, milliseconds. */
const ANSWER_MS = 60;

export interface LinkStatusBench {
  links: number;
  hosts: number;
  limits: Limits;
  ms: number;
  linksPerSecond: number;
  /** As the server saw it. */
  mostAtOnce: number;
  mostAtOncePerHost: number;
  /** Least time between the arrivals of two requests for one host, milliseconds. */
  leastGapMs: number;
  /** Requests to a host that always refuses, out of all its links. */
  refusingHost: { links: number; requests: number };
}

/** Asks 400 links of 40 hosts and 50 of one that refuses; all of it on 127.0.0.1. */
export async function benchLinkStatus(): Promise<LinkStatusBench> {
  const server = await countingServer();
  const links = Array.from({ length: HOSTS }, (_, host) =>
    Array.from({ length: LINKS_PER_HOST }, (_, n) => `http://h${host}.gov.cn/${n}`),
  ).flat();
  const refusing = Array.from({ length: 50 }, (_, n) => `http://refusing.gov.cn/${n}`);
  const started = performance.now();
  await askAll(
    [...links, ...refusing],
    POLITE,
    {
      ask: (url) => ask(server.port, url),
      now: () => performance.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onStatus: () => undefined,
    },
    new AbortController().signal,
  );
  const ms = Math.round(performance.now() - started);
  await server.close();
  return {
    links: links.length,
    hosts: HOSTS,
    limits: POLITE,
    ms,
    linksPerSecond: Math.round((links.length / ms) * 10_000) / 10,
    mostAtOnce: server.mostAtOnce(),
    mostAtOncePerHost: server.mostAtOncePerHost(),
    leastGapMs: Math.round(server.leastGapMs()),
    refusingHost: { links: refusing.length, requests: server.requestsOf('refusing.gov.cn') },
  };
}

/** The host travels as a header: the name itself leads nowhere. */
async function ask(port: number, url: string) {
  const started = performance.now();
  const { hostname, pathname } = new URL(url);
  const response = await fetch(`http://127.0.0.1:${port}${pathname}`, { headers: { 'x-host': hostname } });
  await response.body?.cancel();
  return {
    url,
    at: new Date().toISOString(),
    ms: Math.round(performance.now() - started),
    status: response.status,
  };
}

async function countingServer() {
  const seen = new Map<
    string,
    { active: number; most: number; last: number; gap: number; requests: number }
  >();
  let active = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const name = String(request.headers['x-host']);
    const now = performance.now();
    const host = seen.get(name) ?? {
      active: 0,
      most: 0,
      last: Number.NEGATIVE_INFINITY,
      gap: Number.POSITIVE_INFINITY,
      requests: 0,
    };
    seen.set(name, host);
    host.gap = Math.min(host.gap, now - host.last);
    host.last = now;
    host.requests += 1;
    host.active += 1;
    host.most = Math.max(host.most, host.active);
    active += 1;
    most = Math.max(most, active);
    setTimeout(() => {
      host.active -= 1;
      active -= 1;
      response
        .writeHead(name.startsWith('refusing') ? 429 : 200, { 'content-type': 'text/html' })
        .end('<p>好</p>');
    }, ANSWER_MS);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const hosts = () => [...seen.values()];
  return {
    port: (server.address() as AddressInfo).port,
    mostAtOnce: () => most,
    mostAtOncePerHost: () => Math.max(...hosts().map((host) => host.most)),
    leastGapMs: () => Math.min(...hosts().map((host) => host.gap)),
    requestsOf: (name: string) => seen.get(name)?.requests ?? 0,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
