// The menu of checks that are started by themselves: each says what it does and what it needs.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { checkWording, onDemandIds } from '@/components/shared/check-wording';
import styles from './check-bar.module.css';
import { LateMenu } from './LateMenu';

export function MoreChecks(props: {
  opened: boolean;
  /** Why no check can start now; undefined when it can. */
  hindrance: string | undefined;
  onToggle(opened: boolean): void;
  onStart(checkId: string, variant?: string): void;
}) {
  return (
    <LateMenu
      opened={props.opened}
      onChange={props.onToggle}
      position="bottom-end"
      width={280}
      withinPortal
      returnFocus
      button={
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          disabled={props.hindrance !== undefined}
          title={props.hindrance ?? '单独启动的检查（G）'}
        >
          专项检查
        </Button>
      }
    >
      <Menu.Dropdown>
        {onDemandIds.flatMap((id) => {
          const own = checkWording.get(id)?.onDemand;
          const ways = own ? [{ ...own, id: undefined }, ...(own.variants ?? [])] : [];
          return ways.map((way) => (
            <Menu.Item key={`${id} ${way.id ?? ''}`} onClick={() => props.onStart(id, way.id)}>
              {way.button}
              <span className={styles.reason}>{way.reason}</span>
            </Menu.Item>
          ));
        })}
      </Menu.Dropdown>
    </LateMenu>
  );
}
