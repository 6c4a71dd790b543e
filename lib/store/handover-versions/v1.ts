// The first version of the hand-over file: one inspection as one JSON document, pictures as data URLs, without a hash.
import { defineHandoverVersion } from './define-handover-version';

type Row = Record<string, unknown>;

export default defineHandoverVersion({
  version: 1,
  toNext([file = {}]) {
    const { at, session, subject, round, set, runs, evidence, verdicts, decisions, journal, visits } = file;
    const pictures = rows(evidence);
    return [
      {
        schema: 'gov-site-inspector/handover@2',
        at,
        by: (session as Row | undefined)?.inspector ?? '',
        rule: '',
        sessions: 1,
        pictures: pictures.length,
      },
      { sets: set },
      { rounds: round },
      { subjects: subject },
      {
        session: {
          session,
          verdicts,
          decisions,
          journal,
          visits,
          linkStatuses: [],
          runs: rows(runs).map(({ facts: _, ...run }) => run),
          evidence: pictures.map(({ image: _, ...one }) => one),
        },
      },
      ...rows(runs).flatMap(({ id, facts }) => (facts ? [{ facts: { runId: id, facts } }] : [])),
      ...pictures.map(({ id, mime, image }) => ({
        image: { id, mime, base64: `${image}`.replace(`data:${mime};base64,`, '') },
      })),
    ];
  },
});

function rows(list: unknown): Row[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}
