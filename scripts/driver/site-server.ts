// Serves the sample government site on 127.0.0.1: one folder per host, headers from a file beside the pages.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { paragraphsPage, portalPage } from '../bench-pages';
import { SECURE_HOST, testCertificate } from './test-certificate';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jxl': 'image/jxl',
  '.webp': 'image/webp',
  '.json': 'application/json',
};

/**
 * Headers by path, `headers.json` in the host's folder: `{ "/hostile/csp.html": { "name": "value" } }`.
 * ':status' answers with that status, ':wait' (milliseconds) answers late, ':halfway' sends
 * the second half so much later, ':login' (`user:word`) asks for these first, ':refuse' answers 403 to browsers whose name holds it.
 */
type HeaderFile = Record<string, Record<string, string>>;

export interface SiteServer {
  port: number;
  /** Port of the one https host, `SECURE_HOST`; undefined unless asked for. */
  securePort?: number;
  /** Rules for the browser's resolver: every `*.gov.cn` host is here, no other host exists. */
  hostMap: string;
  /** Paths asked for, `host/path`, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * `root` holds one folder per host name; unknown hosts fall back to the first folder that matches, else 404. `secure` also serves
 * `SECURE_HOST` by https, with a certificate that no browser trusts.
 */
export async function serveSite(
  root = resolve('test/fixtures/site'),
  port = 0,
  { secure = false } = {},
): Promise<SiteServer> {
  const requests: string[] = [];
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    try {
      answer(root, request, response, requests);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  };
  const servers = [
    createServer(onRequest),
    ...(secure ? [createSecureServer(testCertificate(), onRequest)] : []),
  ];
  const [bound = 0, securePort] = await Promise.all([
    listen(servers[0], port),
    ...servers.slice(1).map((server) => listen(server, 0)),
  ]);
  const secureRule = securePort ? `MAP ${SECURE_HOST}:443 127.0.0.1:${securePort}, ` : '';
  return {
    port: bound,
    ...(securePort && { securePort }),
    hostMap: `${secureRule}MAP *.gov.cn 127.0.0.1:${bound}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    requests,
    async close() {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((done) => {
              server.closeAllConnections();
              server.close(() => done());
            }),
        ),
      );
    },
  };
}

/** The port that it got. */
function listen(server: Server | undefined, port: number): Promise<number> {
  return new Promise((done) =>
    server?.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  );
}

function answer(root: string, request: IncomingMessage, response: ServerResponse, requests: string[]): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host || 'localhost'}`);
  requests.push(host + pathname);
  // Made pages of any size, for timings: /generated/portal?elements=5000
  if (pathname === '/generated/portal') {
    const elements = Math.min(50_000, Number(searchParams.get('elements') ?? 1_500));
    response.writeHead(200, { 'content-type': TYPES['.html'] ?? '' }).end(portalPage(elements));
    return;
  }
  if (pathname === '/generated/paragraphs') {
    const count = Math.min(50_000, Number(searchParams.get('count') ?? 1_000));
    response.writeHead(200, { 'content-type': TYPES['.html'] ?? '' }).end(paragraphsPage(count));
    return;
  }
  const folder = join(root, host);
  const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  const file = join(folder, path);
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
    return;
  }
  const {
    ':status': status = '200',
    ':wait': wait = '0',
    ':login': login,
    ':halfway': halfway,
    ':refuse': refused,
    ...headers
  } = headersOf(folder, pathname);
  if (refused && request.headers['user-agent']?.includes(refused)) {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('不支持该浏览器');
    return;
  }
  if (login && request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="neibu"' }).end();
    return;
  }
  const send = () => {
    response.writeHead(Number(status), {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      ...headers,
    });
    if (halfway === undefined) createReadStream(file).pipe(response);
    else {
      const bytes = readFileSync(file);
      response.write(bytes.subarray(0, bytes.length / 2));
      setTimeout(() => response.end(bytes.subarray(bytes.length / 2)), Number(halfway));
    }
  };
  if (wait === '0') send();
  else setTimeout(send, Number(wait));
}

function headersOf(folder: string, pathname: string): Record<string, string> {
  const file = join(folder, 'headers.json');
  if (!existsSync(file)) return {};
  const headers = JSON.parse(readFileSync(file, 'utf8')) as HeaderFile;
  return headers[pathname] ?? {};
}
