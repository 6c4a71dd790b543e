// One finding: what is wrong, where, and what can be done about it.
import { Button } from '@mantine/core';
import { memo } from 'react';
import type { Finding } from '@/lib/model/finding';
import styles from './findings.module.css';
import type { FindingDecisions } from './findings-model';
import panel from './panel.module.css';

export interface FindingActions {
  jumpTo(finding: Finding): void;
  decide(finding: Finding, decision: 'accepted' | 'rejected'): void;
  capture(finding: Finding): void;
  /** Enters the host that the finding is about among the names of the inspected site. */
  addAlias(finding: Finding): void;
}

export const FindingRow = memo(function FindingRow(props: {
  id: string;
  finding: Finding;
  /** On the page in front of the inspector. */
  here: boolean;
  active: boolean;
  locked: boolean;
  decisions: FindingDecisions;
  actions: FindingActions;
  onActivate(): void;
}) {
  const { finding, decisions, actions } = props;
  const tabIndex = props.active ? 0 : -1;
  const canJump = props.here && finding.locator.selector !== '';
  const facts = [
    finding.locator.text && `文字：${finding.locator.text}`,
    finding.found && `实际：${finding.found}`,
    finding.expected && `应为：${finding.expected}`,
  ].filter(Boolean);
  const messageId = `${props.id}-message`;
  const message = (
    <span id={messageId} className={styles.message}>
      {finding.message}
    </span>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings borders and a legend; the name is the message itself
    <div
      id={props.id}
      role="group"
      aria-labelledby={messageId}
      className={styles.finding}
      data-outcome={finding.outcome}
      data-active={props.active || undefined}
      tabIndex={tabIndex}
      onPointerDown={props.onActivate}
      onFocus={props.onActivate}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && canJump) actions.jumpTo(finding);
      }}
    >
      {canJump ? (
        <button
          type="button"
          className={styles.jump}
          tabIndex={tabIndex}
          title="在网页上定位并标记"
          onClick={() => actions.jumpTo(finding)}
        >
          {message}
        </button>
      ) : (
        message
      )}
      {facts.length > 0 && <p className={styles.facts}>{facts.join('；')}</p>}
      <div className={styles.buttons}>
        {finding.outcome === 'review' && (
          <span className={panel.chip} data-tone="disputed">
            待核实
          </span>
        )}
        {!props.here && <PageLink url={finding.locator.url} />}
        {props.here && finding.locator.selector === '' && <span className={panel.chip}>无具体位置</span>}
        {finding.locator.frame !== '' && (
          <span className={panel.chip} title={finding.locator.frame}>
            框架内
          </span>
        )}
        {decisions.accepted > 0 && (
          <span className={panel.chip} data-tone="hit">
            已采纳
          </span>
        )}
        {decisions.rejected > 0 && <span className={panel.chip}>不采纳</span>}
        {!props.locked && decisions.open.length > 0 && (
          <>
            <Button
              size="compact-xs"
              variant="light"
              tabIndex={tabIndex}
              onClick={() => actions.decide(finding, 'accepted')}
            >
              采纳
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              tabIndex={tabIndex}
              onClick={() => actions.decide(finding, 'rejected')}
            >
              不采纳
            </Button>
          </>
        )}
        {!props.locked && finding.kind === 'own-alias' && (
          <Button
            size="compact-xs"
            variant="light"
            tabIndex={tabIndex}
            onClick={() => actions.addAlias(finding)}
          >
            记为本站域名
          </Button>
        )}
        {!props.locked && props.here && (
          <Button
            size="compact-xs"
            variant="default"
            tabIndex={tabIndex}
            onClick={() => actions.capture(finding)}
          >
            取证
          </Button>
        )}
      </div>
    </div>
  );
});

/** Address of another checked page; opened in a tab of its own when it is a web page. */
export function PageLink({ url }: { url: string }) {
  if (!/^https?:\/\//.test(url)) return <span>{url}</span>;
  return (
    <a className={panel.link} href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  );
}
