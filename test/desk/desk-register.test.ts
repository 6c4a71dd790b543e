// The register on the desk: one file is one step, twice is once, and what was inspected is not removed.
import { expect, it } from 'vitest';
import type { RegisterEntry } from '@/lib/model/register-entry';
import { describeEachRepository, refused } from './each-repository';

const site: RegisterEntry = {
  kind: 'website',
  name: '示例市人民政府',
  url: 'http://www.shili.gov.cn/',
  siteIdCode: '5001000001',
};
const account: RegisterEntry = { kind: 'new-media', name: '示例发布', platform: 'wechat' };

describeEachRepository('the register', (bench) => {
  it('imports, imports again without doubling, and updates', async () => {
    const { desk, changes } = bench.open();
    expect(await desk.importSubjects({ entries: [site, account] })).toEqual({
      added: 2,
      changed: 0,
      same: 0,
    });
    expect(changes).toContainEqual({ what: 'subjects' });
    const before = await desk.listSubjects({});
    changes.length = 0;
    expect(await desk.importSubjects({ entries: [account, site] })).toEqual({
      added: 0,
      changed: 0,
      same: 2,
    });
    expect(changes).toEqual([]);
    expect(await desk.listSubjects({})).toEqual(before);
    const newer = { ...site, unit: '示例市人民政府办公室' };
    expect(await desk.importSubjects({ entries: [newer] })).toEqual({ added: 0, changed: 1, same: 0 });
    const subjects = await desk.listSubjects({});
    expect(subjects).toHaveLength(2);
    expect(subjects.find(({ kind }) => kind === 'website')).toMatchObject({
      ...newer,
      host: 'www.shili.gov.cn',
      adHoc: false,
      id: before.find(({ kind }) => kind === 'website')?.id,
    });
  });

  it('refuses contradictions as a whole', async () => {
    const { desk } = bench.open();
    const entries = [account, { ...site, unit: '甲' }, { ...site, unit: '乙' }];
    await expect(desk.importSubjects({ entries })).rejects.toEqual(refused('conflict'));
    expect(await desk.listSubjects({})).toEqual([]);
  });

  it('takes an ad-hoc subject of an inspection into the register', async () => {
    const { desk } = bench.open();
    const { subjectId } = await desk.startSession({
      subject: {
        kind: 'website',
        name: '示例',
        url: 'http://www.shili.gov.cn/',
        host: 'www.shili.gov.cn',
        aliases: [],
        adHoc: true,
        hasServices: true,
      },
      setId: 'small',
      inspector: '张三',
    });
    expect(await desk.importSubjects({ entries: [site] })).toEqual({ added: 0, changed: 1, same: 0 });
    expect(await desk.listSubjects({})).toMatchObject([
      { id: subjectId, adHoc: false, name: '示例市人民政府' },
    ]);
  });

  it('edits many at once, and empties fields', async () => {
    const { desk } = bench.open();
    await desk.importSubjects({ entries: [{ ...site, unit: '甲' }, account] });
    const ids = (await desk.listSubjects({})).map(({ id }) => id);
    await desk.editSubjects({ ids, change: { group: 'district', unit: null, filingState: 'filed' } });
    for (const subject of await desk.listSubjects({})) {
      expect(subject).toMatchObject({ group: 'district', filing: { state: 'filed' } });
      expect(subject).not.toHaveProperty('unit');
    }
    await expect(desk.editSubjects({ ids: [...ids, 'gone'], change: { group: 'own' } })).rejects.toEqual(
      refused('not-found'),
    );
    expect((await desk.listSubjects({})).map(({ group }) => group)).toEqual(['district', 'district']);
  });

  it('removes what was not inspected, or nothing', async () => {
    const { desk } = bench.open();
    await desk.importSubjects({ entries: [site, account] });
    const subjects = await desk.listSubjects({});
    const inspected = subjects.find(({ kind }) => kind === 'website');
    await desk.startSession({ subject: { id: inspected?.id ?? '' }, setId: 'small', inspector: '张三' });
    await expect(desk.removeSubjects({ ids: subjects.map(({ id }) => id) })).rejects.toEqual(
      refused('conflict'),
    );
    expect(await desk.listSubjects({})).toHaveLength(2);
    await desk.removeSubjects({ ids: subjects.filter(({ id }) => id !== inspected?.id).map(({ id }) => id) });
    expect(await desk.listSubjects({})).toMatchObject([{ id: inspected?.id }]);
  });
});
