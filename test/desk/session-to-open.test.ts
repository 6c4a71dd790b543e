// Which inspection a panel shows by itself, and the one answer that it starts with.
import { describe, expect, it } from 'vitest';
import type { SessionRow } from '@/lib/desk/protocol';
import { sessionToOpen } from '@/lib/desk/session-to-open';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, startSmall } from './desk-fixture';

const row = (id: string, state: 'open' | 'finished' | 'reopened') =>
  ({ session: { id, state } }) as unknown as SessionRow;

describe('the session to open at once', () => {
  it('is the only unfinished one', () => {
    expect(sessionToOpen([row('a', 'open'), row('b', 'finished')], undefined)).toBe('a');
    expect(sessionToOpen([row('a', 'reopened')], undefined)).toBe('a');
  });
  it('is left to the person when there are two, or none', () => {
    expect(sessionToOpen([row('a', 'open'), row('b', 'reopened')], undefined)).toBeUndefined();
    expect(sessionToOpen([row('a', 'finished')], undefined)).toBeUndefined();
  });
  it('is the remembered one before all others', () => {
    expect(sessionToOpen([row('a', 'open')], 'z')).toBe('z');
  });
});

describe('what a panel starts with', () => {
  const open = async () => {
    const { desk } = deskOver(createMemoryRepository());
    const session = await startSmall(desk);
    const { subject } = await desk.sessionView({ sessionId: session.id });
    return { desk, session, host: subject.host ?? '' };
  };
  it('holds the settings, the sessions of the host and the one to open', async () => {
    const { desk, session, host } = await open();
    const start = await desk.openPanel({ host, left: false });
    expect(start.settings).toEqual(await desk.getSettings({}));
    expect(start.rows).toEqual(await desk.sessionsForHost({ host }));
    expect(start.view).toEqual(await desk.sessionView({ sessionId: session.id, light: true }));
  });
  it('opens nothing that the inspector left, and nothing of another host', async () => {
    const { desk, host } = await open();
    expect((await desk.openPanel({ host, left: true })).view).toBeNull();
    expect(await desk.openPanel({ host: 'other.gov.cn', left: false })).toMatchObject({
      rows: [],
      view: null,
    });
    expect(await desk.openPanel({ left: false })).toMatchObject({ rows: [], view: null });
  });
  it('does without a remembered session that was removed', async () => {
    const { desk, session, host } = await open();
    await desk.removeSession({ sessionId: session.id });
    expect((await desk.openPanel({ host, sessionId: session.id, left: false })).view).toBeNull();
  });
});
