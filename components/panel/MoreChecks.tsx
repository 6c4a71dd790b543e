// The menu of checks that are started by themselves: each says what it does and what it needs.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { checkWording, onDemandIds } from '@/components/shared/check-wording';
import styles from './check-bar.module.css';

export function MoreChecks(props: {
  opened: boolean;
  /** Why no check can start now; undefined when it can. */
  hindrance: string | undefined;
  onToggle(opened: boolean): void;
  onStart(checkId: string): void;
}) {
  return (
    <Menu
      opened={props.opened}
      onChange={props.onToggle}
      position="bottom-end"
      width={280}
      withinPortal
      returnFocus
    >
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          disabled={props.hindrance !== undefined}
          title={props.hindrance ?? '单独启动的检查（G）'}
        >
          专项检查
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onDemandIds.map((id) => {
          const own = checkWording.get(id)?.onDemand;
          return (
            <Menu.Item key={id} onClick={() => props.onStart(id)}>
              {own?.button}
              <span className={styles.reason}>{own?.reason}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
