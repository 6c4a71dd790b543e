// The sample site's https host and its certificate, which no browser trusts unless it is told to.
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const SECURE_HOST = 'anquan.shili.gov.cn';

/** Key and certificate as a server takes them. */
export function testCertificate(): { key: string; cert: string } {
  const pem = readFileSync(resolve(`test/fixtures/certificate/${SECURE_HOST}.pem`), 'utf8');
  return { key: pem, cert: pem };
}

/** What Chromium is told to trust: SHA-256 of the public key, in base64. */
export function publicKeyHash(): string {
  const { publicKey } = new X509Certificate(testCertificate().cert);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
