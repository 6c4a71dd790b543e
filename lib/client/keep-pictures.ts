// Pictures that a check takes itself become evidence of the session, at the finding that they show.
import type { SessionView } from '@/lib/desk/protocol';
import type { CheckResult } from '@/lib/model/finding';
import type { Capture, InspectionClient } from './client';

/** The same client; what the probes hand over as pictures is collected in `pictures`. */
export function collectingPictures(client: InspectionClient, pictures: Capture[]): InspectionClient {
  return {
    ...client,
    page: {
      ...client.page,
      async gather(probe, options) {
        const frames = await client.page.gather(probe, options);
        pictures.push(...(frames.pictures ?? []));
        return frames;
      },
    },
  };
}

/** Stores the pictures at the results' first finding of the view on phones; without a finding they show nothing to prove. */
export async function storePictures(
  client: InspectionClient,
  view: SessionView,
  results: readonly CheckResult[],
  pictures: readonly Capture[],
): Promise<void> {
  const findings = results.find(({ checkId }) => checkId === 'mobile-view')?.findings ?? [];
  const finding = findings.find(({ outcome }) => outcome === 'fail') ?? findings[0];
  if (!finding) return;
  const { inspector } = await client.desk.getSettings({});
  for (const { image, width, height, viewport, url, title } of pictures)
    await client.desk.addEvidence({
      image,
      by: inspector,
      evidence: {
        sessionId: view.session.id,
        findingKey: finding.key,
        url,
        title,
        at: client.now().toISOString(),
        viewport,
        kind: 'visible',
        mime: 'image/jpeg',
        width,
        height,
        caption: `手机视图：${finding.message}`,
        boxes: [],
      },
    });
}
