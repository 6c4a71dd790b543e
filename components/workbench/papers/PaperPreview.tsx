// A paper as text on the screen: the same blocks that the files are drawn from.
import { Table } from '@mantine/core';
import type { Block, Paper } from '@/lib/report/blocks';
import classes from './papers.module.css';

/** Rows of a table that are shown; the file has all. */
const MOST_ROWS = 10;

export function PaperPreview({ paper }: { paper: Paper }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long paper is scrolled with the keyboard.
    <section className={classes.paper} aria-label={`预览：${paper.title}`} tabIndex={0}>
      {paper.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity, and none keeps state.
        <Drawn key={index} block={block} />
      ))}
    </section>
  );
}

function Drawn({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return <p className={classes.title}>{block.text}</p>;
    case 'heading':
      return <p className={classes.heading}>{block.text}</p>;
    case 'paragraph':
      return (
        <p className={block.style === 'signature' ? classes.signature : classes.text}>
          {block.lead && <strong>{block.lead.text}</strong>}
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <Rows {...block} />;
    case 'picture':
      return <p className={classes.text}>〔图片：{block.caption}〕</p>;
    case 'page-break':
      return <hr />;
  }
}

function Rows({ caption, columns, rows }: Extract<Block, { kind: 'table' }>) {
  const left = rows.length - MOST_ROWS;
  return (
    <>
      <Table aria-label={caption} captionSide="top">
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ title }) => (
              <Table.Th key={title} scope="col">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that is only read.
            <Table.Tr key={index}>
              {columns.map(({ title }, at) => (
                <Table.Td key={title}>{row[at]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {left > 0 && <p className={classes.text}>（预览略去 {left} 行，文件中有全部内容。）</p>}
    </>
  );
}
