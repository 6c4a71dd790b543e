// Desk calls on stored facts.
import { type Handlers, sessionOf } from '../work';

export const factsHandlers: Handlers<'sessionFacts'> = {
  sessionFacts: {
    mode: 'read',
    async run(work, { sessionId }) {
      await sessionOf(work, sessionId);
      const stored = await work.tables.facts.ofSession(sessionId);
      return stored.map(({ facts }) => facts).sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
    },
  },
};
