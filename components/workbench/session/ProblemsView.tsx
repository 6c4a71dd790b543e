// The problem list as it will be exported: problem, page, spot, pictures, rule, advice.
import { Anchor, Table } from '@mantine/core';
import type { SessionView } from '@/lib/desk/protocol';
import type { Problem } from '@/lib/report/problem-list';
import { Empty } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { EvidenceThumbnails } from './EvidenceView';
import classes from './ProblemsView.module.css';
import sheet from './SheetView.module.css';

export function ProblemsView({ view, problems }: { view: SessionView; problems: Problem[] }) {
  if (problems.length === 0)
    return (
      <Empty title="没有认定的问题">
        <p>认定为“有问题”的评分点会列在这里；自动检查发现的疑似问题，须经认定后才会列入。</p>
      </Empty>
    );
  return (
    <WideTable label="问题清单" minWidth={980}>
      <Table withTableBorder className={sheet.table} aria-label="问题清单">
        <colgroup>
          <col style={{ width: 52 }} />
          <col style={{ width: '20%' }} />
          <col style={{ width: '16%' }} />
          <col style={{ width: '16%' }} />
          <col style={{ width: 110 }} />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">问题</th>
            <th scope="col">页面</th>
            <th scope="col">位置</th>
            <th scope="col">取证</th>
            <th scope="col">依据</th>
            <th scope="col">整改建议</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={problem.number}>
              <th scope="row">{problem.number}</th>
              <td className={classes.lines}>{problem.problem}</td>
              <td>
                {problem.pages.map((page) => (
                  <PageLink key={page} address={page} />
                ))}
              </td>
              <td className={classes.lines}>{problem.spot}</td>
              <td>
                <EvidenceThumbnails view={view} ids={problem.evidence.map(({ id }) => id)} />
                {problem.seeAlso.length > 0 && <>见图 {problem.seeAlso.join('、')}</>}
              </td>
              <td className={classes.lines}>{problem.rule}</td>
              <td className={classes.lines}>{problem.advice}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  );
}

/** A link when it is a web address, text otherwise: addresses come from pages and files. */
export function PageLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <span className={classes.page}>{address}</span>;
  return (
    <Anchor href={address} target="_blank" rel="noreferrer" inherit className={classes.page}>
      {address}
    </Anchor>
  );
}
